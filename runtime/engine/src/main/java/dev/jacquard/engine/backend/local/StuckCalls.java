package dev.jacquard.engine.backend.local;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.ElementFailure;
import org.jspecify.annotations.Nullable;

/** Hears of calls that do not heed their interruption. Thread-safe. */
public interface StuckCalls {

  /** How long a call has to heed it. */
  long graceNanos();

  /**
   * A call is still at it.
   *
   * @param failure its failure, the stack being where it is now; null if nobody wants its result
   */
  void stuck(Batch batch, @Nullable ElementFailure failure);
}
