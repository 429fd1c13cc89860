package dev.jacquard.worker.process;

/** How a session ended. */
enum SessionOutcome {
  /** The worker was drained: nothing is left to do. */
  DRAINED,
  /** The gateway does not want it, or it is of no use any more: the process has to end. */
  REFUSED,
  /** A call does not heed its interruption: the process has to end. */
  STUCK,
  /** The stream is broken, or the lease is over. */
  BROKEN
}
