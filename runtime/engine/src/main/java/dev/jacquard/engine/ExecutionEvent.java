package dev.jacquard.engine;

import dev.jacquard.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that has happened in an execution. The same node is told of more than once where it
 * runs more than once; nodes within maps are not told of one by one, but by {@link MapAdvanced}.
 */
public sealed interface ExecutionEvent {

  /** Returns when. */
  Instant time();

  /** The execution has started. */
  record ExecutionStarted(Instant time, String executionId, String workflow)
      implements ExecutionEvent {}

  /** The execution has ended; nothing follows. The failure is there if it has failed. */
  record ExecutionFinished(Instant time, ExecutionStatus status, Optional<Failure> failure)
      implements ExecutionEvent {}

  /** A node has started. */
  record NodeStarted(Instant time, String node) implements ExecutionEvent {}

  /** A node has ended, with its results. */
  record NodeFinished(Instant time, String node) implements ExecutionEvent {}

  /** A node has failed. */
  record NodeFailed(Instant time, String node, Failure failure) implements ExecutionEvent {}

  /**
   * An attempt of a call has failed.
   *
   * @param node the path of the node
   * @param elements which elements of the maps around it, the outermost first
   * @param attempt which attempt, from one
   * @param failure why
   * @param retryIn when it is tried again; empty if it is not
   */
  record AttemptFailed(
      Instant time,
      String node,
      List<Integer> elements,
      int attempt,
      Failure failure,
      Optional<Duration> retryIn)
      implements ExecutionEvent {}

  /** A map has got on; told ten times a second at most, and when it has ended. */
  record MapAdvanced(Instant time, MapProgress progress) implements ExecutionEvent {}

  /**
   * How many replicas a pool has, or what they do, has changed; told when replicas come and go, and
   * else ten times a second at most.
   */
  record PoolChanged(Instant time, PoolProgress progress) implements ExecutionEvent {}

  /**
   * A replica of a pool that the execution has made or joined could not be made.
   *
   * @param actor the actor's name
   * @param attempt which attempt to make this replica, from one
   * @param failure what its constructor has thrown, or why it could not run
   * @param retryIn when it is tried again, if it is still needed; after the last attempt, when the
   *     pool may try to make another; empty if the pool has no replica left and gives up
   */
  record ReplicaFailed(
      Instant time, String actor, int attempt, Failure failure, Optional<Duration> retryIn)
      implements ExecutionEvent {}
}
