package dev.jacquard.kubernetes.backend;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does one task after another, in a daemon thread of its own. One that throws is logged, and the
 * next is done. Thread-safe.
 */
final class SerialTasks {

  private static final Logger LOG = LoggerFactory.getLogger(SerialTasks.class);

  private final String name;
  private final ExecutorService thread;
  private volatile boolean cutOff;

  /**
   * Has nothing to do yet.
   *
   * @param name of the thread
   */
  SerialTasks(String name) {
    this.name = name;
    this.thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread made = new Thread(task, name);
              made.setDaemon(true);
              return made;
            });
  }

  /** Does it after all that came before, unless this is over. */
  void run(Runnable task) {
    try {
      thread.execute(() -> runLogged(task));
    } catch (RejectedExecutionException e) {
      LOG.debug("{} is over; a task is left out.", name);
    }
  }

  /** Does it as {@link #run}, when some time has passed. */
  void runLater(Runnable task, Duration delay) {
    if (!thread.isShutdown()) {
      CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, this::run)
          .execute(task);
    }
  }

  private void runLogged(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error bug) {
      if (cutOff) {
        LOG.debug("{} is over; a task was cut off.", name, bug);
      } else {
        LOG.error("A task of {} must not throw.", name, bug);
      }
    }
  }

  /** Cuts off what is being done, and does nothing more. */
  void cutOff() {
    cutOff = true;
    thread.shutdownNow();
  }

  /** Does what is left, and nothing more; what takes longer is cut off. */
  void finish(Duration atMost) {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        cutOff();
      }
    } catch (InterruptedException e) {
      cutOff();
      Thread.currentThread().interrupt();
    }
  }
}
