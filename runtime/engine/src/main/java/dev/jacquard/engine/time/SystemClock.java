package dev.jacquard.engine.time;

import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The system's clock; its alarms ring on one daemon thread, which is started by the first of them.
 */
@SuppressWarnings("ReferenceEquality") // threads are told by identity
public final class SystemClock implements EngineClock {

  private final ScheduledThreadPoolExecutor timer;
  private volatile @Nullable Thread latest;

  /** Makes a clock; close it to end its thread. */
  public SystemClock() {
    timer =
        new ScheduledThreadPoolExecutor(
            1,
            action -> {
              Thread thread = new Thread(action, "jacquard-timer");
              thread.setDaemon(true);
              latest = thread;
              return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());
    timer.setRemoveOnCancelPolicy(true);
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public Instant instant() {
    return Instant.now();
  }

  @Override
  public Alarm at(long nanos, Runnable action) {
    ScheduledFuture<?> alarm =
        timer.schedule(action, Math.max(0, nanos - System.nanoTime()), TimeUnit.NANOSECONDS);
    return () -> alarm.cancel(false);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    try {
      Thread last = latest;
      if (last != null && last != Thread.currentThread()) {
        last.join(1000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
