package dev.jacquard.worker.process;

import dev.jacquard.engine.time.EngineClock;
import dev.jacquard.worker.gateway.WorkerLease;
import dev.jacquard.worker.v1.FromWorker;
import dev.jacquard.worker.v1.Heartbeat;
import dev.jacquard.worker.v1.LongCall;
import java.util.List;
import java.util.function.Supplier;

/**
 * The heartbeats of a session, each with the calls that run for long, and the lease that they
 * renew.
 */
final class Pulse {

  private final WorkerLease lease;
  private final EngineClock clock;
  private final Link link;
  private final long pauseNanos;
  private final Supplier<List<LongCall>> longCalls;
  private final Runnable onOver;
  private volatile boolean ended;

  /**
   * Makes one that does not beat yet.
   *
   * @param pauseNanos from one beat to the next
   * @param onOver told when the lease is over
   */
  Pulse(
      WorkerLease lease,
      EngineClock clock,
      Link link,
      long pauseNanos,
      Supplier<List<LongCall>> longCalls,
      Runnable onOver) {
    this.lease = lease;
    this.clock = clock;
    this.link = link;
    this.pauseNanos = pauseNanos;
    this.longCalls = longCalls;
    this.onOver = onOver;
  }

  /** Beats from now on. */
  void beat() {
    if (ended) {
      return;
    }
    if (lease.over(clock.nanos())) {
      onOver.run();
      return;
    }
    link.send(
        FromWorker.newBuilder()
            .setHeartbeat(
                Heartbeat.newBuilder()
                    .addAllLongCalls(longCalls.get())
                    .setNumber(lease.heartbeat(clock.nanos()))));
    clock.at(clock.nanos() + pauseNanos, this::beat);
  }

  /** The gateway has seen a beat. */
  void seen(long number) {
    lease.seen(number);
  }

  void end() {
    ended = true;
  }
}
