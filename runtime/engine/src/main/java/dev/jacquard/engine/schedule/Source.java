package dev.jacquard.engine.schedule;

import dev.jacquard.engine.backend.Batch;
import org.jspecify.annotations.Nullable;

/** Something that work comes from; in the ring of its share while it may have some. */
abstract class Source {

  private boolean inRing;

  /** Returns the next work, or null when there is none that may start now. */
  abstract @Nullable Batch poll();

  final boolean enterRing() {
    boolean entered = !inRing;
    inRing = true;
    return entered;
  }

  final void leaveRing() {
    inRing = false;
  }
}
