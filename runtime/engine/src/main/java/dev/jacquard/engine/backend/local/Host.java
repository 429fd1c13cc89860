package dev.jacquard.engine.backend.local;

import dev.jacquard.engine.backend.ReplicaListener;
import dev.jacquard.engine.pool.Replica;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A replica in this process: made by one thread, used by those of its calls, closed by the last
 * that leaves it, once.
 */
final class Host {

  private static final Logger LOG = LoggerFactory.getLogger(Host.class);

  private final Replica replica;
  private final ReplicaListener listener;
  private @Nullable Thread maker;
  private @Nullable Object instance;
  private int users = 1; // whoever makes it
  private boolean retiring;
  private boolean told;

  Host(Replica replica, ReplicaListener listener) {
    this.replica = replica;
    this.listener = listener;
  }

  /** Makes it something that interrupts the thread which makes the instance. */
  synchronized void making() {
    maker = Thread.currentThread();
    if (retiring) {
      maker.interrupt();
    }
  }

  /** The instance is there; returns whether it is wanted. */
  synchronized boolean made(@Nullable Object made) {
    maker = null;
    Thread.interrupted();
    instance = made;
    return !retiring;
  }

  /** A call begins; returns what it is on, null if the instance is about to be closed. */
  synchronized @Nullable Object enter() {
    if (retiring) {
      return null;
    }
    users++;
    return instance;
  }

  /** A call, or the making, has ended. */
  void leave() {
    if (isLast()) {
      close();
    }
  }

  private synchronized boolean isLast() {
    return --users == 0 && retiring;
  }

  /**
   * Asks for its end; returns whether it can be closed now, which is the caller's to do.
   *
   * @param asked whether the engine has asked for it, and so hears of it
   */
  synchronized boolean retire(boolean asked) {
    told |= asked;
    if (retiring) {
      return false;
    }
    retiring = true;
    if (maker != null) {
      maker.interrupt();
    }
    return users == 0;
  }

  /** Closes the instance, if there is one, and tells that it is gone. */
  void close() {
    Object closing = instance;
    if (closing != null) {
      try {
        replica.actor().handler().close(closing);
      } catch (Throwable thrown) {
        LOG.warn("Closing a replica must not throw; that of {} did.", replica, thrown);
      } finally {
        Thread.interrupted(); // what close left must not reach what the thread does next
      }
    }
    if (told) {
      listener.retired(replica);
    }
  }
}
