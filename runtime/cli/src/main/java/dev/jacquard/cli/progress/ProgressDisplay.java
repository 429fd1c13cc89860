package dev.jacquard.cli.progress;

import dev.jacquard.engine.Execution;
import dev.jacquard.kubernetes.pool.PoolPods;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Looks at an execution from time to time and shows how far it has got, until closed. */
public final class ProgressDisplay implements AutoCloseable {

  private final Execution<?> execution;
  private final Supplier<List<PoolPods>> pods;
  private final ProgressView view;
  private final ReplicaNews replicas = new ReplicaNews();
  private final long start = System.nanoTime();
  private final Thread thread;
  private volatile boolean closed;

  private ProgressDisplay(
      Execution<?> execution, Supplier<List<PoolPods>> pods, ProgressView view) {
    this.execution = execution;
    this.pods = pods;
    this.view = view;
    this.thread = new Thread(this::watch, "jacquard-progress");
    thread.setDaemon(true);
  }

  /**
   * Begins to show; empty if nothing is to be shown.
   *
   * @param pods tells how the pods stand that carry out its calls
   */
  public static Optional<ProgressDisplay> start(
      ProgressStyle style, Execution<?> execution, Supplier<List<PoolPods>> pods, Screen screen) {
    if (style == ProgressStyle.none) {
      return Optional.empty();
    }
    boolean bars = style == ProgressStyle.bar || (style == ProgressStyle.auto && screen.terminal());
    ProgressView view = bars ? new BarProgress(screen) : new PlainProgress(screen.out());
    ProgressDisplay display = new ProgressDisplay(execution, pods, view);
    execution.onEvent(display.replicas);
    display.thread.start();
    return Optional.of(display);
  }

  private void watch() {
    LockSupport.parkNanos(view.interval().toNanos());
    while (!closed) {
      view.tell(replicas.take(elapsed()), elapsed());
      view.show(snapshot());
      LockSupport.parkNanos(view.interval().toNanos());
    }
  }

  /** Shows the last state and ends; does nothing if it has. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
      view.finish(snapshot());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Snapshot snapshot() {
    return Snapshot.of(execution, pods.get(), elapsed());
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
