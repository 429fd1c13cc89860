package dev.jacquard.engine.pool;

/** Which replica could give way, from the one that is missed least on. */
enum Offer {
  /** One that could not be made yet. */
  UNMADE,
  /** One without calls, of a pool that nobody holds. */
  UNHELD,
  /** One without calls. */
  IDLE,
  /** One that has calls. */
  BUSY,
  NONE
}
