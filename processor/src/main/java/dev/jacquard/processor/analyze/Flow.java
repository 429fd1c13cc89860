package dev.jacquard.processor.analyze;

import dev.jacquard.processor.model.Operand;
import org.jspecify.annotations.Nullable;

/** How a list of statements ends. A completion is an ordinary value of the block. */
sealed interface Flow {

  /** What comes after it is reached. */
  record Normal() implements Flow {}

  /** It has returned; with a result, unless the method is void. */
  record Returned(@Nullable Operand result) implements Flow {}

  /**
   * It has returned on some paths.
   *
   * @param flag boolean: whether it has
   * @param result what it then returned, unless the method is void
   */
  record Sometimes(Operand flag, @Nullable Operand result) implements Flow {}
}
