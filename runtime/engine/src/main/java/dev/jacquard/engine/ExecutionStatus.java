package dev.jacquard.engine;

/** How an execution stands. */
public enum ExecutionStatus {
  /** It has not ended. */
  RUNNING,
  /** It has ended with a result. */
  SUCCEEDED,
  /** It has ended with a failure. */
  FAILED,
  /** It was cancelled, and nothing of it runs. */
  CANCELLED
}
