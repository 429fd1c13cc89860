package dev.jacquard.engine.backend.local;

import dev.jacquard.engine.backend.AttemptGuard;
import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.ElementFailure;
import dev.jacquard.engine.time.EngineClock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a batch's thread is at, so that it can be interrupted for this and for nothing that comes
 * after. One alarm serves all attempts of a batch: it looks at when the attempt of the moment has
 * to end, and is set again if that is later.
 */
final class Attempt implements AttemptGuard {

  private final Batch batch;
  private final EngineClock clock;
  private final @Nullable StuckCalls stuck;
  private @Nullable Thread thread;
  private EngineClock.@Nullable Alarm alarm;
  private long alarmAt = Long.MAX_VALUE;
  private long endAt = Long.MAX_VALUE;
  private boolean late;

  private @Nullable Supplier<ElementFailure> overrun;
  private long element;

  Attempt(Batch batch, EngineClock clock, @Nullable StuckCalls stuck) {
    this.batch = batch;
    this.clock = clock;
    this.stuck = stuck;
  }

  synchronized void enter(Thread carrier) {
    thread = carrier;
  }

  synchronized void leave() {
    thread = null;
    element++;
    if (alarm != null) {
      alarm.cancel();
    }
    Thread.interrupted();
  }

  synchronized void interruptIfUnwanted() {
    if (thread != null && batch.unwanted()) {
      thread.interrupt();
      watchOn(null);
    }
  }

  /** What is at it; null when it has ended. */
  synchronized @Nullable Thread thread() {
    return thread;
  }

  @Override
  public synchronized void begin(long endNanos, Supplier<ElementFailure> failure) {
    late = false;
    element++;
    overrun = failure;
    endAt = endNanos;
    if (endAt < alarmAt) {
      setAlarm();
    }
  }

  @Override
  public synchronized boolean end() {
    endAt = Long.MAX_VALUE;
    element++;
    if (late) {
      Thread.interrupted();
    }
    return late;
  }

  private void setAlarm() {
    if (alarm != null) {
      alarm.cancel();
    }
    alarmAt = endAt;
    alarm = clock.at(endAt, this::ring);
  }

  private synchronized void ring() {
    alarm = null;
    alarmAt = Long.MAX_VALUE;
    if (thread == null || endAt == Long.MAX_VALUE) {
      return;
    }
    if (clock.nanos() < endAt) {
      setAlarm();
    } else {
      late = true;
      endAt = Long.MAX_VALUE;
      thread.interrupt();
      watchOn(overrun);
    }
  }

  /** What was interrupted has a while to heed that. */
  private void watchOn(@Nullable Supplier<ElementFailure> failure) {
    if (stuck != null) {
      long interrupted = element;
      clock.at(clock.nanos() + stuck.graceNanos(), () -> tellIfStuck(stuck, interrupted, failure));
    }
  }

  private void tellIfStuck(
      StuckCalls listener, long interrupted, @Nullable Supplier<ElementFailure> failure) {
    Thread carrier;
    ElementFailure overdue;
    synchronized (this) {
      carrier = thread;
      if (carrier == null || element != interrupted) {
        return;
      }
      overdue = failure == null ? null : failure.get();
    }
    if (overdue != null) {
      overdue.cause().setStackTrace(carrier.getStackTrace());
    }
    listener.stuck(batch, overdue);
  }
}
