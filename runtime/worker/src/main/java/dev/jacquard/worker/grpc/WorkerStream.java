package dev.jacquard.worker.grpc;

import dev.jacquard.engine.plan.ChainSource;
import dev.jacquard.worker.offload.Holdings.Kind;
import dev.jacquard.worker.transfer.PacedSender;
import dev.jacquard.worker.v1.Assign;
import dev.jacquard.worker.v1.Forget;
import dev.jacquard.worker.v1.HeartbeatSeen;
import dev.jacquard.worker.v1.Refusal;
import dev.jacquard.worker.v1.Shared;
import dev.jacquard.worker.v1.Slot;
import dev.jacquard.worker.v1.ToWorker;
import dev.jacquard.worker.wire.AssignmentWriter;
import io.grpc.stub.CallStreamObserver;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The way to one worker, and what the worker has been told. */
final class WorkerStream {

  /** How many maps' shared inputs a worker keeps. */
  private static final int SHARED_KEPT = 64;

  private record ChainKey(String workflow, String version, int number) {}

  private final long id;
  private final PacedSender<ToWorker> out;
  private final Map<ChainKey, Integer> chains = new HashMap<>();
  private final Set<Long> shared = new LinkedHashSet<>();
  private volatile StreamOffloads offloads = StreamOffloads.none();

  WorkerStream(long id, CallStreamObserver<ToWorker> out) {
    this.id = id;
    this.out = new PacedSender<>(out, chunk -> ToWorker.newBuilder().setChunk(chunk).build());
  }

  long id() {
    return id;
  }

  /** Says what is offloaded, before anything is sent. */
  void offload(StreamOffloads agreed) {
    offloads = agreed;
  }

  StreamOffloads offloads() {
    return offloads;
  }

  void send(ToWorker message) {
    out.send(message);
  }

  /** Says that a heartbeat was seen, before anything that waits. */
  void seen(long heartbeat) {
    out.sendAhead(
        ToWorker.newBuilder()
            .setHeartbeatSeen(HeartbeatSeen.newBuilder().setNumber(heartbeat))
            .build());
  }

  /** Says why, and ends the stream. */
  void refuse(String reason) {
    out.closeWith(ToWorker.newBuilder().setRefusal(Refusal.newBuilder().setReason(reason)).build());
    offloads.close();
  }

  /** The worker has ended its side. */
  void close() {
    out.close();
  }

  /** The stream is broken. */
  void broken() {
    out.cut();
    offloads.close();
  }

  /** Names a chain by a number; tells where it comes from as long as that was not {@link #told}. */
  void name(ChainSource source, Assign.Builder assign) {
    Integer known = chains.get(key(source));
    if (known == null) {
      known = chains.size();
      assign.setSource(
          dev.jacquard.worker.v1.ChainSource.newBuilder()
              .setWorkflow(source.workflowId())
              .setVersion(source.version())
              .setNumber(source.number()));
    }
    assign.setChain(known);
  }

  /** What names a chain was sent. */
  void told(ChainSource source) {
    chains.putIfAbsent(key(source), chains.size());
  }

  private static ChainKey key(ChainSource source) {
    return new ChainKey(source.workflowId(), source.version(), source.number());
  }

  /**
   * Sends what the elements of a map share, if the worker does not have it.
   *
   * @param assignment needs it, also if the worker is to forget it meanwhile
   */
  void share(SharedInputs.Entry entry, AssignmentWriter writer, long assignment) {
    long number = entry.number();
    if (!shared.remove(number)) {
      send(
          ToWorker.newBuilder()
              .setShared(Shared.newBuilder().setId(number).addAllSlots(slots(entry, writer)))
              .build());
    }
    shared.add(number);
    offloads.hold(Kind.ASSIGNMENT, assignment, entry.written());
    if (shared.size() > SHARED_KEPT) {
      long oldest = shared.iterator().next();
      shared.remove(oldest);
      send(ToWorker.newBuilder().setForget(Forget.newBuilder().setShared(oldest)).build());
      offloads.release(Kind.SHARED, oldest);
    }
  }

  private List<Slot> slots(SharedInputs.Entry entry, AssignmentWriter writer) {
    long number = entry.number();
    List<Slot> written = entry.written();
    if (written.isEmpty() || !offloads.hold(Kind.SHARED, number, written)) {
      try {
        written = writer.shared(offloads.target(Kind.SHARED, number));
      } catch (RuntimeException | OutOfMemoryError e) {
        offloads.release(Kind.SHARED, number); // it is not sent
        throw e;
      }
      entry.write(written);
    }
    return written;
  }
}
