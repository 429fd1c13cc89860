package dev.jacquard.engine.schedule;

import dev.jacquard.engine.pool.PoolTally;
import java.util.OptionalLong;

/** Something that listeners of an execution are told. */
public sealed interface Notice {

  /** A node outside of maps has started. */
  record NodeStarted(Place place) implements Notice {}

  /** A node outside of maps has ended with its results. */
  record NodeSucceeded(Place place) implements Notice {}

  /** A node outside of maps has failed. */
  record NodeFailed(Place place, Fault fault) implements Notice {}

  /** An attempt of a call has failed; empty: it is not tried again. */
  record AttemptFailed(Place place, int attempt, Throwable cause, OptionalLong retryInNanos)
      implements Notice {}

  /** A map has got on; sent now and then, and when it has ended. */
  record MapAdvanced(MapTally tally) implements Notice {}

  /**
   * A replica of an actor could not be made.
   *
   * @param attempt which attempt to make it
   * @param retryInNanos when it is tried again; empty: it is not
   */
  record ReplicaFailed(String actor, int attempt, Throwable cause, OptionalLong retryInNanos)
      implements Notice {}

  /** How many replicas a pool has, or what they do, has changed. */
  record PoolChanged(PoolTally tally) implements Notice {}
}
