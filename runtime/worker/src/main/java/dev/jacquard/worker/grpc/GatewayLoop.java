package dev.jacquard.worker.grpc;

import dev.jacquard.engine.time.EngineClock;
import dev.jacquard.worker.gateway.Gateway;
import dev.jacquard.worker.gateway.GatewayEvent;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mailbox before the gateway: whoever posts while nobody handles events handles them itself, so
 * that a call's end on one stream and the start of the next need no other thread.
 */
final class GatewayLoop {

  private static final Logger LOG = LoggerFactory.getLogger(GatewayLoop.class);

  private final Queue<GatewayEvent> mailbox = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean busy = new AtomicBoolean();
  private final CountDownLatch idle = new CountDownLatch(1);
  private final EngineClock clock;
  private final long tickNanos;
  // Null as well from the moment on from which no event can be handled any more.
  private volatile @Nullable Gateway gateway;
  private volatile Consumer<Throwable> onBreakdown = bug -> {};
  private volatile boolean closing;
  private volatile @Nullable Throwable broken;

  GatewayLoop(EngineClock clock, long leaseNanos) {
    this.clock = clock;
    this.tickNanos = leaseNanos / 8;
  }

  /** Sets the gateway, before anything is posted. */
  void start(Gateway by) {
    gateway = by;
    tickLater();
  }

  /** Sets who is told that an event could not be handled; none is any more. */
  void onBreakdown(Consumer<Throwable> listener) {
    onBreakdown = listener;
    Throwable before = broken;
    if (before != null) {
      listener.accept(before);
    }
  }

  private void tickLater() {
    clock.at(
        clock.nanos() + tickNanos,
        () -> {
          try {
            post(new GatewayEvent.Tick());
          } finally {
            tickLater();
          }
        });
  }

  void post(GatewayEvent event) {
    try {
      mailbox.add(event);
    } catch (OutOfMemoryError e) {
      breakDown(e);
    }
    while (!mailbox.isEmpty() && busy.compareAndSet(false, true)) {
      try {
        drain();
      } finally {
        busy.set(false);
      }
    }
  }

  private void drain() {
    for (GatewayEvent event = mailbox.poll(); event != null; event = mailbox.poll()) {
      Gateway by = gateway;
      if (by != null) {
        handle(by, event);
      }
    }
  }

  /**
   * What was heard, or follows from it, is lost: whoever waits for it is told. Nothing is held any
   * more of what is under way: there may be no room for it.
   */
  void breakDown(Throwable bug) {
    broken = bug;
    gateway = null;
    idle.countDown();
    onBreakdown.accept(bug);
  }

  /** Whether no event can be handled any more. */
  boolean isBroken() {
    return broken != null;
  }

  private void handle(Gateway by, GatewayEvent event) {
    try {
      by.handle(event, clock.nanos());
    } catch (Throwable bug) {
      if (!(bug instanceof OutOfMemoryError)) {
        LOG.error("The gateway must handle every event; this one it could not: {}.", event, bug);
      }
      breakDown(bug);
    }
    if (closing && by.idle()) {
      idle.countDown();
    }
  }

  /**
   * Ends everything, and waits until it has ended, but no longer than a time.
   *
   * @param meanwhile done when nothing new is given to workers any more
   */
  void close(long graceNanos, Runnable meanwhile) {
    closing = true;
    post(new GatewayEvent.OfEngine.Close());
    meanwhile.run();
    try {
      idle.await(graceNanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    post(new GatewayEvent.OfEngine.GiveUp("The gateway is closed."));
  }
}
