package dev.jacquard;

/**
 * What a verb such as {@link Workflows#map} does with one element.
 *
 * @param <T> the element
 * @param <R> the result
 * @param <X> what it throws; a body that throws nothing checked is inferred to throw {@link
 *     RuntimeException}
 */
@FunctionalInterface
public interface Body<T, R, X extends Exception> {

  /**
   * Treats one element.
   *
   * @param item the element, which may be null
   * @return the result, which may be null
   * @throws X if the element fails
   */
  R apply(T item) throws X;
}
