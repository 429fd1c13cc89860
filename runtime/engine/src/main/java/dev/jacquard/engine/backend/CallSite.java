package dev.jacquard.engine.backend;

import java.util.OptionalInt;

/** Where in an execution the calls of a batch stand. Thread-safe. */
public interface CallSite {

  /** The id of the execution. */
  String executionId();

  /** The element of the innermost map around a call; empty outside a map. */
  OptionalInt elementIndex(int index);

  /** A text that names one call within its execution, the same at every attempt and resume. */
  String callKey(int index, int stage);
}
