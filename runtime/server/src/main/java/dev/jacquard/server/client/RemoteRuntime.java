package dev.jacquard.server.client;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.jacquard.BlobRef;
import dev.jacquard.WorkflowCall;
import dev.jacquard.engine.Execution;
import dev.jacquard.engine.ExecutionListener;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.engine.backend.HeapAdvice;
import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.engine.code.Code;
import dev.jacquard.engine.code.LoaderCode;
import dev.jacquard.engine.code.PathCode;
import dev.jacquard.engine.plan.Arguments;
import dev.jacquard.engine.plan.Planner;
import dev.jacquard.engine.plan.WorkflowPlan;
import dev.jacquard.server.v1.Ended;
import dev.jacquard.server.v1.StartRequest;
import dev.jacquard.server.wire.BlobsInValues;
import dev.jacquard.spec.v1.Value;
import dev.jacquard.worker.v1.Surroundings;
import dev.jacquard.worker.wire.CodeDigest;
import dev.jacquard.worker.wire.CodeOffer;
import dev.jacquard.worker.wire.Compatibility;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs workflows on an engine in another process: code is sent by digest, and arguments and results
 * as values. A connection that is lost is made again. Thread-safe.
 */
public final class RemoteRuntime implements WorkflowRuntime {

  private final RemoteOptions options;
  private final EngineConnection engine;
  private final Path folder;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "jacquard-remote");
            made.setDaemon(true);
            return made;
          });
  private final Set<RemoteExecution<?>> running = ConcurrentHashMap.newKeySet();
  private volatile @Nullable String lost;

  private RemoteRuntime(RemoteOptions options, Path folder) {
    this.options = options;
    this.folder = folder;
    this.engine = new EngineConnection(options.address(), options.patience());
  }

  /** Names an engine; nothing is sent yet. */
  public static RemoteRuntime open(RemoteOptions options) {
    try {
      return new RemoteRuntime(options, Files.createTempDirectory("jacquard-remote"));
    } catch (IOException e) {
      throw new UncheckedIOException("The files of the run must be written; found " + e, e);
    }
  }

  @Override
  public <R extends @Nullable Object> Execution<R> start(
      WorkflowCall<R> call, @Nullable ExecutionListener listener) {
    return begin(
        LoaderCode.of(call.stub()),
        options.classPath(),
        call.workflow(),
        call.arguments(),
        listener);
  }

  @Override
  public RemoteExecution<@Nullable Object> start(
      Code code,
      String workflowId,
      List<? extends @Nullable Object> arguments,
      @Nullable ExecutionListener listener) {
    ClassPath classPath = code instanceof PathCode path ? path.classPath() : options.classPath();
    return begin(code, classPath, workflowId, arguments, listener);
  }

  private <R extends @Nullable Object> RemoteExecution<R> begin(
      Code code,
      ClassPath classPath,
      String workflow,
      List<? extends @Nullable Object> arguments,
      @Nullable ExecutionListener listener) {
    WorkflowPlan plan = Planner.plan(code, workflow);
    List<@Nullable Object> checked = Arguments.check(plan, arguments, Arguments.Care.WHOLE);
    RemoteExecution<R> execution;
    try {
      execution = begin(plan, request(classPath, plan, checked), listener);
    } catch (EngineLostException e) {
      String words = lost;
      throw words == null ? e : new EngineLostException(words, e);
    }
    String words = lost;
    if (words != null) {
      execution.lose(new EngineLostException(words, null));
    }
    return execution;
  }

  private <R extends @Nullable Object> RemoteExecution<R> begin(
      WorkflowPlan plan, StartRequest request, @Nullable ExecutionListener listener) {
    String id = request.getId();
    RemoteExecution<R> execution = new RemoteExecution<>(id, plan, () -> engine.cancel(id));
    if (listener != null) {
      execution.onEvent(listener);
    }
    engine.start(request);
    running.removeIf(RemoteExecution::isOver); // those that were lost
    running.add(execution);
    new Following(engine, execution, thread, options.patience(), ended -> end(execution, ended))
        .begin();
    return execution;
  }

  private StartRequest request(
      ClassPath classPath, WorkflowPlan plan, List<@Nullable Object> arguments) {
    boolean assertions = RemoteRuntime.class.desiredAssertionStatus();
    Surroundings here = Compatibility.here(assertions, CodeDigest.of(classPath));
    CodeOffer offer = CodeOffer.of(classPath, here, folder);
    StartRequest.Builder request =
        StartRequest.newBuilder()
            .setId(UUID.randomUUID().toString())
            .setWorkflow(plan.id())
            .addAllCode(offer.description().getEntriesList())
            .setSurroundings(here)
            .setManner(options.manner());
    try {
      List<BlobRef> jars =
          offer.description().getEntriesList().stream()
              .map(entry -> new BlobRef(entry.getDigest(), entry.getSize()))
              .toList();
      engine.send(jars, jar -> Files.newInputStream(path(offer, jar)));
      Set<BlobRef> blobs = new LinkedHashSet<>();
      for (int i = 0; i < arguments.size(); i++) {
        byte[] encoded = plan.parameters().get(i).type().encode(arguments.get(i));
        request.addArguments(ByteString.copyFrom(encoded));
        blobs.addAll(BlobsInValues.of(Value.parseFrom(encoded)));
      }
      if (!blobs.isEmpty()) {
        engine.send(blobs, options.blobs()::open);
      }
      return request.build();
    } catch (IOException e) {
      throw new EngineLostException(
          "The engine must be sent the code and the arguments; found " + e, e);
    }
  }

  private static Path path(CodeOffer offer, BlobRef jar) throws IOException {
    Path path = offer.find(jar.digest());
    if (path == null) {
      throw new IOException("The engine asks for what is not of this class path: " + jar);
    }
    return path;
  }

  /** What a result refers to is fetched before anybody gets it. */
  private void end(RemoteExecution<?> execution, Ended ended) {
    try {
      engine.fetch(BlobsInValues.of(Value.parseFrom(ended.getResult())), options.blobs());
      execution.end(ended);
    } catch (InvalidProtocolBufferException e) {
      execution.lose(new EngineLostException("The engine must tell a result; found " + e, e));
    } catch (IOException | StatusRuntimeException e) {
      execution.lose(
          new EngineLostException("The blobs of the result must be fetched; found " + e, e));
    } catch (RuntimeException | Error e) {
      execution.lose(
          new EngineLostException(
              "The result must be readable here; found " + e + HeapAdvice.of(e), e));
    } finally {
      running.remove(execution);
    }
  }

  /**
   * Says that the engine is gone, as it was heard elsewhere: whoever waits for a result hears of
   * that.
   */
  public void lose(String words) {
    lost = words;
    running.forEach(execution -> execution.lose(new EngineLostException(words, null)));
  }

  /** Cancels what runs, and waits for that up to the grace period. */
  @Override
  public void close() {
    List<RemoteExecution<?>> left = List.copyOf(running);
    left.forEach(RemoteExecution::cancel);
    long end = System.nanoTime() + options.grace().toNanos();
    for (RemoteExecution<?> execution : left) {
      awaitEnd(execution, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }
    engine.close();
    thread.shutdown();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      folder.toFile().deleteOnExit();
    }
  }

  private static void awaitEnd(RemoteExecution<?> execution, Duration atMost) {
    try {
      execution.await(atMost);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | RuntimeException e) {
      return; // as well as it could be; whoever waits for it hears of how it has ended
    }
  }
}
