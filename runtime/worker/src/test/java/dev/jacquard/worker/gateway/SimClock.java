package dev.jacquard.worker.gateway;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that jumps from one happening to the next. */
final class SimClock {

  private record Happening(long nanos, long order, Runnable action) {}

  private final PriorityQueue<Happening> happenings =
      new PriorityQueue<>(
          Comparator.comparingLong(Happening::nanos).thenComparingLong(Happening::order));
  private long now;
  private long order;

  long now() {
    return now;
  }

  void after(long nanos, Runnable action) {
    happenings.add(new Happening(now + nanos, order++, action));
  }

  /** Lets the next thing happen; returns whether there was one before a time. */
  boolean step(long end) {
    Happening next = happenings.poll();
    if (next == null || next.nanos > end) {
      return false;
    }
    now = next.nanos;
    next.action.run();
    return true;
  }
}
