package dev.jacquard.server.service;

import dev.jacquard.BlobRef;
import dev.jacquard.engine.BreakdownException;
import dev.jacquard.engine.code.CodeException;
import dev.jacquard.engine.plan.PlanException;
import dev.jacquard.engine.value.ValueException;
import dev.jacquard.kubernetes.cluster.ClusterException;
import dev.jacquard.kubernetes.profile.ProfileException;
import dev.jacquard.server.v1.CancelRequest;
import dev.jacquard.server.v1.Cancelled;
import dev.jacquard.server.v1.Digests;
import dev.jacquard.server.v1.ExecutionsGrpc;
import dev.jacquard.server.v1.StartRequest;
import dev.jacquard.server.v1.Started;
import dev.jacquard.server.v1.Update;
import dev.jacquard.server.v1.WatchRequest;
import dev.jacquard.spi.BlobStore;
import dev.jacquard.worker.v1.Blob;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The executions of an engine. One that nobody watches for long is cancelled: whoever has started
 * it is gone. Thread-safe.
 */
final class ExecutionsService extends ExecutionsGrpc.ExecutionsImplBase {

  private static final Logger LOG = LoggerFactory.getLogger(ExecutionsService.class);

  private final BlobStore store;
  private final HostedRuntimes runtimes;
  private final Duration patience;
  private final LongSupplier nanos;
  // Of each whether it has started by now; those that could not are not kept.
  private final Map<String, CompletableFuture<HostedExecution>> executions =
      new ConcurrentHashMap<>();
  private volatile long busyAt;

  /**
   * Has none yet.
   *
   * @param store where jars and blobs are
   * @param patience how long an execution goes on that nobody watches, and how long one that has
   *     ended can be asked for
   */
  ExecutionsService(
      BlobStore store, HostedRuntimes runtimes, Duration patience, LongSupplier nanos) {
    this.store = store;
    this.runtimes = runtimes;
    this.patience = patience;
    this.nanos = nanos;
    this.busyAt = nanos.getAsLong();
  }

  @Override
  public void missing(Digests request, StreamObserver<Digests> out) {
    Digests.Builder missing = Digests.newBuilder();
    try {
      for (Blob blob : request.getBlobsList()) {
        if (!has(blob)) {
          missing.addBlobs(blob);
        }
      }
      out.onNext(missing.build());
      out.onCompleted();
    } catch (IOException e) {
      out.onError(Status.UNAVAILABLE.withDescription(e.toString()).asRuntimeException());
    } catch (IllegalArgumentException e) {
      out.onError(invalid(e));
    }
  }

  private boolean has(Blob blob) throws IOException {
    try {
      store.open(new BlobRef(blob.getDigest(), blob.getSize())).close();
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  @Override
  public void start(StartRequest request, StreamObserver<Started> out) {
    try {
      startOnce(request);
      out.onNext(Started.getDefaultInstance());
      out.onCompleted();
    } catch (PlanException
        | CodeException
        | ValueException
        | ProfileException
        | IllegalArgumentException e) {
      out.onError(invalid(e));
    } catch (ClusterException e) {
      out.onError(Status.FAILED_PRECONDITION.withDescription(e.getMessage()).asRuntimeException());
    } catch (RuntimeException e) {
      LOG.error("An execution must start, or say why it cannot.", e);
      out.onError(Status.INTERNAL.withDescription(e.toString()).asRuntimeException());
    }
  }

  private static RuntimeException invalid(RuntimeException e) {
    return Status.INVALID_ARGUMENT.withDescription(e.getMessage()).asRuntimeException();
  }

  /** Whoever asks again, since the answer was lost, waits for what was begun the first time. */
  private void startOnce(StartRequest request) {
    CompletableFuture<HostedExecution> fresh = new CompletableFuture<>();
    CompletableFuture<HostedExecution> first = executions.putIfAbsent(request.getId(), fresh);
    if (first != null) {
      try {
        first.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof RuntimeException known ? known : e;
      }
      return;
    }
    try {
      fresh.complete(started(request));
    } catch (RuntimeException | Error e) {
      executions.remove(request.getId(), fresh);
      fresh.completeExceptionally(e);
      throw e;
    }
  }

  private @Nullable HostedExecution find(String id) {
    CompletableFuture<HostedExecution> found = executions.get(id);
    return found == null ? null : startedBy(found);
  }

  private static @Nullable HostedExecution startedBy(CompletableFuture<HostedExecution> start) {
    return start.isDone() && !start.isCompletedExceptionally() ? start.join() : null;
  }

  /** Those that have started. */
  private List<HostedExecution> started() {
    List<HostedExecution> all = new ArrayList<>();
    for (CompletableFuture<HostedExecution> start : executions.values()) {
      HostedExecution execution = startedBy(start);
      if (execution != null) {
        all.add(execution);
      }
    }
    return all;
  }

  private HostedExecution started(StartRequest request) {
    try {
      try {
        return startedOn(runtimes.use(request), request);
      } catch (BreakdownException e) {
        LOG.warn("A runtime has broken down, and another takes its place: {}", e.getMessage());
        return startedOn(runtimes.use(request), request);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("The code must be sent before it runs; found " + e, e);
    }
  }

  private HostedExecution startedOn(HostedRuntimes.Hosted hosted, StartRequest request) {
    try {
      HostedExecution execution = new HostedExecution(hosted, nanos.getAsLong());
      execution.start(request);
      return execution;
    } catch (BreakdownException e) {
      hosted.discard();
      throw e;
    } catch (RuntimeException | Error e) {
      hosted.close();
      throw e;
    }
  }

  @Override
  public void watch(WatchRequest request, StreamObserver<Update> observer) {
    HostedExecution execution = find(request.getId());
    if (execution == null) {
      observer.onError(
          Status.NOT_FOUND
              .withDescription("No execution of that id is known to this engine.")
              .asRuntimeException());
      return;
    }
    ServerCallStreamObserver<Update> out = (ServerCallStreamObserver<Update>) observer;
    Watcher watcher = new Watcher(out);
    out.setOnReadyHandler(watcher::proceed);
    Runnable leave =
        () -> {
          watcher.leave();
          execution.unwatch(watcher, nanos.getAsLong());
        };
    out.setOnCancelHandler(leave);
    out.setOnCloseHandler(leave);
    execution.watch(watcher, request.getAfter());
  }

  @Override
  public void cancel(CancelRequest request, StreamObserver<Cancelled> out) {
    HostedExecution execution = find(request.getId());
    if (execution != null) {
      execution.cancel();
    }
    out.onNext(Cancelled.getDefaultInstance());
    out.onCompleted();
  }

  /** Looks after those that nobody watches; called from time to time. */
  void look() {
    long now = nanos.getAsLong();
    List<HostedExecution> all = started();
    if (all.size() < executions.size()) {
      busyAt = now; // others are about to start
    }
    for (HostedExecution execution : all) {
      execution.tellStanding();
      if (!execution.hasEnded() && execution.unwatchedFor(patience.toNanos(), now)) {
        execution.cancel();
      }
      if (!execution.hasEnded() || execution.isWatched()) {
        busyAt = now;
      }
    }
    executions
        .values()
        .removeIf(
            start -> {
              HostedExecution execution = startedBy(start);
              return execution != null
                  && execution.hasEnded()
                  && execution.unwatchedFor(patience.toNanos(), now);
            });
  }

  /** Says to all who watch that the engine ends, before what runs is cancelled. */
  void abandon() {
    started().forEach(HostedExecution::abandon);
  }

  /** Since when there is nothing to do. */
  long busyAt() {
    return busyAt;
  }
}
