package dev.jacquard.engine;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls listeners in order, on one daemon thread that comes with the first event and goes when
 * there are none.
 */
@SuppressWarnings("ReferenceEquality") // threads are told by identity
final class Notifier implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);

  private final ThreadPoolExecutor thread;
  private volatile @Nullable Thread latest;

  Notifier() {
    thread =
        new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            action -> {
              Thread made = new Thread(action, "jacquard-events");
              made.setDaemon(true);
              latest = made;
              return made;
            },
            new ThreadPoolExecutor.DiscardPolicy());
    thread.allowCoreThreadTimeOut(true);
  }

  void tell(ExecutionListener listener, ExecutionEvent event) {
    thread.execute(
        () -> {
          try {
            listener.on(event);
          } catch (Throwable thrown) {
            LOG.warn("A listener must not throw; this one did at {}.", event, thrown);
          }
        });
  }

  /** Tells what is left, then ends the thread; waits for a listener for a second at most. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(1, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
      // The pool has ended a moment before its thread has.
      Thread last = latest;
      if (last != null && last != Thread.currentThread()) {
        last.join(1000);
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
