package dev.jacquard.differential;

/** How programs run on worker processes. */
enum WorkersMode {
  /** Every value is checked on its way. */
  STRICT,
  /** Processes are killed meanwhile, and some steps end theirs; values are not checked. */
  KILLED
}
