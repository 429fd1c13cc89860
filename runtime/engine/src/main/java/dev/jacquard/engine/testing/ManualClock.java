package dev.jacquard.engine.testing;

import dev.jacquard.engine.time.EngineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A clock that stands still until it is told to go on. Alarms ring in the thread that moves it, in
 * the order of their times and, at the same time, in the order in which they were set. Thread-safe.
 */
public final class ManualClock implements EngineClock {

  private record Ring(long nanos, long order, Runnable action) {}

  private final PriorityQueue<Ring> rings =
      new PriorityQueue<>(Comparator.comparingLong(Ring::nanos).thenComparingLong(Ring::order));
  private long now;
  private long set;

  @Override
  public synchronized long nanos() {
    return now;
  }

  @Override
  public synchronized Instant instant() {
    return Instant.EPOCH.plusNanos(now);
  }

  @Override
  public synchronized Alarm at(long nanos, Runnable action) {
    Ring ring = new Ring(nanos, set++, action);
    rings.add(ring);
    return () -> remove(ring);
  }

  private synchronized void remove(Ring ring) {
    rings.remove(ring);
  }

  /** Moves on, and rings what is due on the way, at its time each. */
  public void advance(Duration duration) {
    long end = nanos() + duration.toNanos();
    for (Ring ring = due(end); ring != null; ring = due(end)) {
      ring.action.run();
    }
    moveTo(end);
  }

  /** Moves on to the next alarm and rings it; returns whether there was one. */
  public boolean advanceToNextAlarm() {
    Ring ring = due(Long.MAX_VALUE);
    if (ring == null) {
      return false;
    }
    ring.action.run();
    return true;
  }

  /** Returns when the next alarm rings; empty if none is set. */
  public synchronized OptionalLong nextAlarm() {
    Ring ring = rings.peek();
    return ring == null ? OptionalLong.empty() : OptionalLong.of(ring.nanos);
  }

  private synchronized @Nullable Ring due(long end) {
    Ring ring = rings.peek();
    if (ring == null || ring.nanos > end) {
      return null;
    }
    moveTo(ring.nanos);
    return rings.remove();
  }

  private synchronized void moveTo(long nanos) {
    now = Math.max(now, nanos);
  }

  @Override
  public synchronized void close() {
    rings.clear();
  }
}
