package dev.jacquard.engine;

import dev.jacquard.ExecutionFailedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One run of a workflow. Thread-safe.
 *
 * @param <R> the workflow's result
 */
public interface Execution<R extends @Nullable Object> {

  /** Returns the id: unique, without meaning. */
  String id();

  /** Returns the id of the workflow that is run. */
  String workflow();

  /**
   * Waits for the end.
   *
   * @return the result; null for a {@code void} workflow
   * @throws ExecutionFailedException if the workflow has failed
   * @throws CancellationException if it was cancelled
   * @throws InterruptedException if the thread is interrupted; the execution goes on
   */
  R await() throws InterruptedException;

  /**
   * Waits for the end, but no longer than a time; the execution goes on when it is over.
   *
   * @throws TimeoutException if it has not ended by then
   * @see #await()
   */
  R await(Duration atMost) throws InterruptedException, TimeoutException;

  /** Returns how it stands. */
  ExecutionStatus status();

  /**
   * Returns how far its maps have got, those that have begun, in the order of their nodes' paths.
   */
  List<MapProgress> progress();

  /**
   * Returns how the pools of actors stand that it has made or joined, in that order. A pool may be
   * shared with other executions, and outlive this one.
   */
  List<PoolProgress> pools();

  /**
   * Cancels it: what runs is interrupted. It has ended when that has ended too. Of one that has
   * ended: nothing.
   */
  void cancel();

  /** Adds a listener, which hears of what happens from now on. */
  void onEvent(ExecutionListener listener);
}
