package dev.jacquard.engine.schedule;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.pool.Grant;
import org.jspecify.annotations.Nullable;

/** Something whose calls wait at the gate of a pool. */
interface GateSource {

  /** Where its calls count, besides in the pool. */
  Share share();

  /** How many slots it could use, if each call had one; zero: it has nothing that waits. */
  int waiting();

  /** The next calls, for a slot; null if there are none after all. */
  @Nullable Batch take(Grant grant);

  /** What waits can never have a slot: it fails. */
  void refuse(Throwable cause);
}
