package dev.jacquard.engine.schedule;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.ElementFailure;

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

  /** An alarm has rung. */
  record Rung(Runnable action) implements Event {}

  /** There is more to dispatch than was done at once. */
  record Continue() implements Event {}
}
