package dev.jacquard.engine.schedule;

import org.jspecify.annotations.Nullable;

/** What is open at a node that has started and not ended. */
interface NodeRun {

  /**
   * It is no longer wanted: tells its frame that the node is cancelled, as soon as nothing of it
   * runs.
   */
  void cancel();

  /** One of the values that the node hands on to what is within has come. */
  void flow(int input, @Nullable Object value);
}
