package dev.jacquard.engine.schedule;

import dev.jacquard.engine.backend.Batch;
import org.jspecify.annotations.Nullable;

/** A map that opens further elements when its share has a slot and nothing else to do. */
interface Opener {

  /** Whether there are elements to open now. */
  boolean hasMore();

  /** Opens elements until one of them has work; null when none has. */
  @Nullable Batch open();
}
