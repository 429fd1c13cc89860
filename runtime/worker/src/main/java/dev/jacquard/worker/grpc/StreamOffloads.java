package dev.jacquard.worker.grpc;

import dev.jacquard.BlobRef;
import dev.jacquard.worker.offload.EngineOffloads;
import dev.jacquard.worker.offload.Holdings;
import dev.jacquard.worker.offload.Holdings.Kind;
import dev.jacquard.worker.offload.Holdings.Use;
import dev.jacquard.worker.offload.ResultFiles;
import dev.jacquard.worker.v1.FromWorker;
import dev.jacquard.worker.v1.Hello;
import dev.jacquard.worker.v1.Slot;
import dev.jacquard.worker.v1.Welcome;
import dev.jacquard.worker.wire.OffloadTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is offloaded to one worker, and by it. Let go of as the worker says that it needs it no
 * more; one that says so too early has only itself to blame. Thread-safe.
 */
final class StreamOffloads {

  private final String pool;
  private final @Nullable Holdings holdings;
  private final ResultFiles results;

  private StreamOffloads(String pool, @Nullable Holdings holdings, ResultFiles results) {
    this.pool = pool;
    this.holdings = holdings;
    this.results = results;
  }

  static StreamOffloads none() {
    return new StreamOffloads("", null, EngineOffloads.none().results("", 0));
  }

  /**
   * Agrees with a worker on what is offloaded.
   *
   * @param place the worker's own
   * @param longest how many bytes a value may have that it sends
   */
  static StreamOffloads agree(
      EngineOffloads offloads, Hello hello, Welcome.Builder welcome, String place, long longest) {
    boolean shares = hello.getSharesFolder() && offloads.folder() != null;
    if (shares) {
      welcome.setOffloadAbove(offloads.above()).setOffloadTo(place);
    }
    return new StreamOffloads(
        hello.getPool(),
        hello.getTakesOffloaded() ? offloads.holdings() : null,
        (shares ? offloads : EngineOffloads.none()).results(place, longest));
  }

  ResultFiles results() {
    return results;
  }

  /** Where values go that something refers to. */
  OffloadTarget target(Kind kind, long number) {
    return holdings == null ? OffloadTarget.NONE : holdings.target(new Use(kind, number));
  }

  /** Holds values that were offloaded before; false: some are no longer there. */
  boolean hold(Kind kind, long number, List<Slot> slots) {
    return holdings != null
        && slots.stream()
            .filter(Slot::hasOffloaded)
            .allMatch(slot -> holdings.hold(new Use(kind, number), slot.getOffloaded()));
  }

  void release(Kind kind, long number) {
    if (holdings != null) {
      holdings.release(new Use(kind, number));
    }
  }

  /** The worker has said something, after which it may need less. */
  void heard(FromWorker message) {
    switch (message.getKindCase()) {
      case ENDED -> release(Kind.ASSIGNMENT, message.getEnded().getResults().getAssignment());
      case REPLICA_MADE -> release(Kind.REPLICA, message.getReplicaMade().getReplica());
      case REPLICA_FAILED -> release(Kind.REPLICA, message.getReplicaFailed().getReplica());
      case REPLICA_CLOSED -> release(Kind.REPLICA, message.getReplicaClosed().getReplica());
      default -> {}
    }
  }

  /** Whether a worker of a pool may read a value, because it was offloaded to this one. */
  boolean mayBeRead(String by, BlobRef blob) {
    return pool.equals(by) && holdings != null && holdings.holds(blob);
  }

  /** The worker is gone. */
  void close() {
    results.close();
    if (holdings != null) {
      holdings.close();
    }
  }
}
