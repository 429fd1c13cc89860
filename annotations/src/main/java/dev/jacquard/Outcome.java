package dev.jacquard;

import dev.jacquard.spi.Nullable;
import java.util.Objects;

/**
 * What became of one element of {@link Workflows#tryMap}. Immutable, if its value is.
 *
 * @param <R> the result of an element that succeeded
 */
public sealed interface Outcome<R> {

  /** Returns the element's place in the list that was mapped, from zero. */
  int index();

  /**
   * An element that succeeded.
   *
   * @param index the element's place in the list that was mapped, from zero
   * @param value its result, which may be null
   * @param <R> the result
   */
  record Succeeded<R>(int index, @Nullable R value) implements Outcome<R> {}

  /**
   * An element that failed, after all its retries.
   *
   * @param index the element's place in the list that was mapped, from zero
   * @param failure why
   * @param <R> the result that it would have had
   */
  record Failed<R>(int index, Failure failure) implements Outcome<R> {
    /** Checks that there is a failure. */
    public Failed {
      Objects.requireNonNull(failure, "failure");
    }
  }
}
