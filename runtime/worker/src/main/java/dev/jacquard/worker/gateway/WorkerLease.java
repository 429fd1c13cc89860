package dev.jacquard.worker.gateway;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How long a worker may start calls, by its own clock. Thread-safe.
 *
 * <p>It is counted from when the worker <em>sent</em> what the gateway has seen, and the gateway
 * counts from when it saw it; a tenth is left for clocks that do not run alike. So the worker's
 * lease is over before the gateway gives its calls to another.
 */
public final class WorkerLease {

  private record Sent(long number, long nanos) {}

  private final Deque<Sent> unseen = new ArrayDeque<>();
  private final long nanos;
  private long sent;
  private volatile long end;

  /**
   * Begins a lease.
   *
   * @param leaseNanos how long the gateway waits for a sign of life
   * @param helloNanos when the hello was sent that was answered
   */
  public WorkerLease(long leaseNanos, long helloNanos) {
    this.nanos = leaseNanos - leaseNanos / 10;
    this.end = helloNanos + nanos;
  }

  /** A heartbeat is sent now; returns its number. */
  public synchronized long heartbeat(long now) {
    unseen.addLast(new Sent(++sent, now));
    return sent;
  }

  /** The gateway has seen a heartbeat, and all before it. */
  public synchronized void seen(long number) {
    while (!unseen.isEmpty() && unseen.getFirst().number() <= number) {
      Sent seen = unseen.removeFirst();
      if (seen.number() == number && seen.nanos() + nanos - end > 0) {
        end = seen.nanos() + nanos;
      }
    }
  }

  /** Whether no call may be started any more. */
  public boolean over(long now) {
    return now - end >= 0;
  }
}
