package dev.jacquard.engine.schedule;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.ElementFailure;

/** What has handed a batch to the backend; told of it by the scheduler. */
sealed interface BatchOwner permits CallRun, ChainMap {

  /** An element has failed; the batch goes on or ends, as was decided when it failed. */
  void failed(Batch batch, ElementFailure failure);

  /** Elements have been taken back. */
  void takenBack(Batch batch, int from, int to);

  /** The batch has ended, and its slot has been given back. */
  void ended(Batch batch, long nanos);

  /** The share that the batch's slot belongs to. */
  Share share();
}
