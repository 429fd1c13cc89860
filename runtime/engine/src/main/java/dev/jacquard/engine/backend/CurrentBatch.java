package dev.jacquard.engine.backend;

import dev.jacquard.spi.CurrentCall;
import org.jspecify.annotations.Nullable;

/** The batch whose call runs in a thread. */
public final class CurrentBatch {

  private CurrentBatch() {}

  /** Returns the batch of the calling thread; null if it carries out none. */
  public static @Nullable Batch ofThread() {
    return CurrentCall.ofThread().get() instanceof RunningCall call ? call.batch() : null;
  }
}
