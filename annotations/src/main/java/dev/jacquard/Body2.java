package dev.jacquard;

/**
 * What {@link Workflows#map(java.util.List, java.util.List, Body2, MapOption...)} does with the
 * elements at one place of two lists.
 *
 * @param <A> the element of the first list
 * @param <B> the element of the second list
 * @param <R> the result
 * @param <X> what it throws
 */
@FunctionalInterface
public interface Body2<A, B, R, X extends Exception> {

  /**
   * Treats one pair.
   *
   * @param a the element of the first list, which may be null
   * @param b the element of the second list, which may be null
   * @return the result, which may be null
   * @throws X if the pair fails
   */
  R apply(A a, B b) throws X;
}
