package dev.jacquard.engine.plan;

/**
 * How a workflow runs.
 *
 * @param concurrency how many calls may be in flight; zero: no limit of its own
 * @param timeoutNanos how long it may take; zero: as long as it likes
 * @param onFailure what a failure means for the rest
 */
public record ExecutionPolicy(int concurrency, long timeoutNanos, OnFailure onFailure) {

  /** What a failure means for the rest. */
  public enum OnFailure {
    /**
     * What is before it in program order goes on, what is after is cancelled; the least position is
     * told.
     */
    IN_ORDER,
    /** Everything is cancelled; the first to fail is told. */
    FAIL_FAST,
    /** What does not depend on it goes on; the least position is told. */
    FINISH_RUNNING
  }
}
