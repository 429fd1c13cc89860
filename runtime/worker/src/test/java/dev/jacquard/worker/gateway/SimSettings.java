package dev.jacquard.worker.gateway;

/**
 * What all workers of a history have in common.
 *
 * @param leaseNanos how long a worker may be silent
 */
record SimSettings(SimClock clock, SimWorld world, long leaseNanos, SimMistake mistake) {

  private static final int SLOTS = 2;

  /** How many calls of static tasks a worker of a pool carries out at once. */
  int slots(WorkerPool pool) {
    return pool.isolated() ? 1 : SLOTS;
  }
}
