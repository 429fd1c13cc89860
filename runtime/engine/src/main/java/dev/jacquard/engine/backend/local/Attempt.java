package dev.jacquard.engine.backend.local;

import dev.jacquard.engine.backend.AttemptGuard;
import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.time.EngineClock;
import org.jspecify.annotations.Nullable;

/**
 * What a batch's thread is at, so that it can be interrupted for this and for nothing that comes
 * after. One alarm serves all attempts of a batch: it looks at when the attempt of the moment has
 * to end, and is set again if that is later.
 */
final class Attempt implements AttemptGuard {

  private final Batch batch;
  private final EngineClock clock;
  private @Nullable Thread thread;
  private EngineClock.@Nullable Alarm alarm;
  private long alarmAt = Long.MAX_VALUE;
  private long endAt = Long.MAX_VALUE;
  private boolean late;

  Attempt(Batch batch, EngineClock clock) {
    this.batch = batch;
    this.clock = clock;
  }

  synchronized void enter(Thread carrier) {
    thread = carrier;
  }

  synchronized void leave() {
    thread = null;
    if (alarm != null) {
      alarm.cancel();
    }
    Thread.interrupted();
  }

  synchronized void interruptIfUnwanted() {
    if (thread != null && batch.unwanted()) {
      thread.interrupt();
    }
  }

  @Override
  public synchronized void begin(long endNanos) {
    late = false;
    endAt = endNanos;
    if (endAt < alarmAt) {
      setAlarm();
    }
  }

  @Override
  public synchronized boolean end() {
    endAt = Long.MAX_VALUE;
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
    }
  }
}
