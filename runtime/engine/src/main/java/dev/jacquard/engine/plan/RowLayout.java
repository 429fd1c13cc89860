package dev.jacquard.engine.plan;

/**
 * What the slots of a block hold: the elements of a map, then captures, then what nodes make.
 *
 * @param elements how many slots hold what differs from element to element; none outside maps
 * @param parameters how many slots hold elements and captures
 * @param width how many slots there are
 */
record RowLayout(int elements, int parameters, int width) {

  /** Whether a slot differs from element to element. */
  boolean varies(int slot) {
    return slot < elements || slot >= parameters;
  }
}
