package dev.jacquard.differential;

/** How programs run on worker processes. */
enum WorkersMode {
  /** Every value is checked on its way, in its message. */
  STRICT,
  /**
   * Processes are killed meanwhile, and some steps end theirs; values are not checked, and all that
   * can be are offloaded.
   */
  KILLED
}
