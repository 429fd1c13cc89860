package dev.jacquard.worker.gateway;

/** What is planted on the side of the workers, to see that it is found. */
enum SimMistake {
  NONE,
  /** A worker counts its lease from when it hears of a heartbeat, not from when it sent it. */
  RENEWS_LATE,
  /** A process that ended before it connected is not started again. */
  FORGETS_FAILED_STARTS
}
