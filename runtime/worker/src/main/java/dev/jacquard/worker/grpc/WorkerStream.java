package dev.jacquard.worker.grpc;

import dev.jacquard.engine.plan.ChainSource;
import dev.jacquard.worker.v1.Assign;
import dev.jacquard.worker.v1.Forget;
import dev.jacquard.worker.v1.Refusal;
import dev.jacquard.worker.v1.Shared;
import dev.jacquard.worker.v1.ToWorker;
import dev.jacquard.worker.wire.AssignmentWriter;
import dev.jacquard.worker.wire.Chunks;
import io.grpc.stub.StreamObserver;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The way to one worker, and what the worker has been told. */
final class WorkerStream {

  /** How many maps' shared inputs a worker keeps. */
  private static final int SHARED_KEPT = 64;

  private record ChainKey(String workflow, String version, int number) {}

  private final long id;
  private final StreamObserver<ToWorker> out;
  private final Map<ChainKey, Integer> chains = new HashMap<>();
  private final Set<Long> shared = new LinkedHashSet<>();
  private boolean closed;

  WorkerStream(long id, StreamObserver<ToWorker> out) {
    this.id = id;
    this.out = out;
  }

  long id() {
    return id;
  }

  synchronized void send(ToWorker message) {
    if (closed) {
      return;
    }
    if (!Chunks.split(
        message, chunk -> out.onNext(ToWorker.newBuilder().setChunk(chunk).build()))) {
      out.onNext(message);
    }
  }

  /** Says why, and ends the stream. */
  synchronized void refuse(String reason) {
    send(ToWorker.newBuilder().setRefusal(Refusal.newBuilder().setReason(reason)).build());
    close();
  }

  synchronized void close() {
    if (!closed) {
      closed = true;
      out.onCompleted();
    }
  }

  /** The worker has ended the stream. */
  synchronized void broken() {
    closed = true;
  }

  /** Names a chain by a number; tells where it comes from the first time. */
  void name(ChainSource source, Assign.Builder assign) {
    ChainKey key = new ChainKey(source.workflowId(), source.version(), source.number());
    Integer known = chains.get(key);
    if (known == null) {
      known = chains.size();
      chains.put(key, known);
      assign.setSource(
          dev.jacquard.worker.v1.ChainSource.newBuilder()
              .setWorkflow(source.workflowId())
              .setVersion(source.version())
              .setNumber(source.number()));
    }
    assign.setChain(known);
  }

  /** Sends what the elements of a map share, if the worker does not have it. */
  void share(long number, AssignmentWriter writer) {
    if (shared.remove(number)) {
      shared.add(number);
      return;
    }
    Shared message = Shared.newBuilder().setId(number).addAllSlots(writer.shared()).build();
    send(ToWorker.newBuilder().setShared(message).build());
    shared.add(number);
    if (shared.size() > SHARED_KEPT) {
      long oldest = shared.iterator().next();
      shared.remove(oldest);
      send(ToWorker.newBuilder().setForget(Forget.newBuilder().setShared(oldest)).build());
    }
  }
}
