package dev.jacquard.engine.schedule;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.ElementFailure;
import dev.jacquard.engine.pool.Replica;
import org.jspecify.annotations.Nullable;

/** Something that has happened, which the scheduler has to hear of. */
public sealed interface Event {

  /** An execution is to begin. */
  record Begin(ExecutionRun execution) implements Event {}

  /** An execution is to be cancelled. */
  record Cancel(ExecutionRun execution) implements Event {}

  /** An element of a batch that goes on has failed. */
  record Failed(BatchOwner owner, Batch batch, ElementFailure failure) implements Event {}

  /** Elements of a batch have been taken back. */
  record TakenBack(BatchOwner owner, Batch batch, int from, int to) implements Event {}

  /** A batch has ended. */
  record Ended(BatchOwner owner, Batch batch, long nanos) implements Event {}

  /**
   * Something has become of a replica.
   *
   * @param replica of which
   * @param what has
   * @param cause why it could not be made; else null
   */
  record OfReplica(Replica replica, What what, @Nullable Throwable cause) implements Event {
    /** What has become of a replica. */
    public enum What {
      /** It takes calls. */
      CREATED,
      /** It could not be made. */
      FAILED,
      /** It has been closed. */
      RETIRED,
      /** It is no more, though nobody asked for that. */
      LOST
    }
  }

  /**
   * Another runtime that shares the limit of an actor's replicas needs some, or has given some
   * back.
   */
  record Recheck(String actor) implements Event {}

  /** A call of a batch, which belongs to the caller, waits for another execution. */
  record Waits(ExecutionRun execution, Batch batch, ExecutionRun caller) implements Event {}

  /** It waits no longer. */
  record WaitIsOver(ExecutionRun execution, Batch batch) implements Event {}

  /** An alarm has rung. */
  record Rung(Runnable action) implements Event {}

  /** There is more to dispatch than was done at once. */
  record Continue() implements Event {}
}
