package dev.jacquard.engine.backend;

import dev.jacquard.engine.pool.Replica;
import java.util.function.Consumer;

/**
 * Carries out calls. Thread-safe; no method waits for a call.
 *
 * <p>Every batch that was submitted ends exactly once, with {@link BatchListener#ended}; until then
 * its slot is taken.
 */
public interface Backend extends AutoCloseable {

  /** Returns how many batches it carries out at once where nobody has asked for more. */
  int slots();

  /**
   * Sets who is told, on any thread and perhaps more than once, that the backend cannot go on: what
   * was submitted may never end. Before the first batch; one that cannot break down forgets it.
   */
  default void onBreakdown(Consumer<Throwable> listener) {}

  /** Takes a batch and starts it as soon as it can: limits are the submitter's matter. */
  void submit(Batch batch);

  /**
   * Tells that elements from the batch's limit on ({@link Batch#lowerLimit}) are no longer wanted:
   * one that runs is interrupted, and the batch still ends. Of a batch that has ended: nothing.
   */
  void cancel(Batch batch);

  /**
   * Asks for half of the elements that have not started; answered once, by {@link
   * BatchListener#takenBack}, also if there is none, or the batch has ended.
   */
  void takeBack(Batch batch);

  /**
   * Makes a replica; answered once, by {@link ReplicaListener#created} or {@link
   * ReplicaListener#failed}, unless it is retired before.
   */
  void create(Replica replica, ReplicaListener listener);

  /**
   * Closes a replica that carries out no call, and forgets it; answered once, by {@link
   * ReplicaListener#retired}. One that is still being made is interrupted, and then answered by
   * that alone.
   */
  void retire(Replica replica, ReplicaListener listener);

  /**
   * Interrupts what runs, closes all replicas and lets go of everything; waits for it up to the
   * grace period.
   */
  @Override
  void close();
}
