package dev.jacquard;

/**
 * What {@link Workflows#filter} asks of one element.
 *
 * @param <T> the element
 * @param <X> what it throws
 */
@FunctionalInterface
public interface Condition<T, X extends Exception> {

  /**
   * Tests one element.
   *
   * @param item the element, which may be null
   * @return whether to keep it
   * @throws X if the element fails
   */
  boolean test(T item) throws X;
}
