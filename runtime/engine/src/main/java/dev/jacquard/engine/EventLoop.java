package dev.jacquard.engine;

import dev.jacquard.engine.schedule.Event;
import dev.jacquard.engine.schedule.Scheduler;
import dev.jacquard.engine.time.EngineClock;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mailbox before the scheduler. Whoever posts while nobody handles events handles them itself, so
 * that a call's end and the start of the next need no other thread; everybody else only enqueues.
 */
final class EventLoop {

  private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);
  private static final int EVENTS_AT_ONCE = 128;

  private final Queue<Event> mailbox = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean busy = new AtomicBoolean();
  private final EngineClock clock;
  private final Executor others;
  private final Consumer<Throwable> onBreakdown;
  // Null as well from the moment on from which no event is handled any more.
  private volatile @Nullable Scheduler scheduler;

  /**
   * Makes a loop.
   *
   * @param clock tells the scheduler the time
   * @param others takes over from a thread that has handled events for long enough
   * @param onBreakdown is told that an event could not be handled; none is any more
   */
  EventLoop(EngineClock clock, Executor others, Consumer<Throwable> onBreakdown) {
    this.clock = clock;
    this.others = others;
    this.onBreakdown = onBreakdown;
  }

  /** Sets the scheduler, before anything is posted. */
  void start(Scheduler by) {
    scheduler = by;
  }

  /** Handles no event any more, and holds nothing of what runs: there may be no room for it. */
  void stop() {
    scheduler = null;
  }

  /** Posts an event, from any thread. */
  void post(Event event) {
    try {
      mailbox.add(event);
    } catch (OutOfMemoryError e) {
      breakDown(e); // whoever posts may be a timer, which nobody hears of
    }
    if (!busy.get() && busy.compareAndSet(false, true)) {
      drain();
    }
  }

  private void drain() {
    do {
      int left = EVENTS_AT_ONCE;
      for (Event event = mailbox.poll(); event != null; event = mailbox.poll()) {
        handle(event);
        if (--left == 0 && !mailbox.isEmpty() && handOver()) {
          return;
        }
      }
      busy.set(false);
      // Whoever posted after the last poll and before this may have found the loop busy.
    } while (!mailbox.isEmpty() && busy.compareAndSet(false, true));
  }

  private boolean handOver() {
    try {
      others.execute(this::drain);
      return true;
    } catch (RejectedExecutionException | OutOfMemoryError e) {
      return false; // there is no thread for it: this one goes on
    }
  }

  private void breakDown(Throwable bug) {
    stop();
    onBreakdown.accept(bug);
  }

  private void handle(Event event) {
    try {
      Scheduler by = scheduler;
      if (by != null) {
        by.handle(event, clock.nanos());
      }
    } catch (Throwable bug) {
      if (!(bug instanceof OutOfMemoryError)) {
        LOG.error("The scheduler must handle every event; this one it could not: {}.", event, bug);
      }
      breakDown(bug);
    }
  }
}
