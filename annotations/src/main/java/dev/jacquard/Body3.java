package dev.jacquard;

/**
 * What {@link Workflows#map(java.util.List, java.util.List, java.util.List, Body3, MapOption...)}
 * does with the elements at one place of three lists.
 *
 * @param <A> the element of the first list
 * @param <B> the element of the second list
 * @param <C> the element of the third list
 * @param <R> the result
 * @param <X> what it throws
 */
@FunctionalInterface
public interface Body3<A, B, C, R, X extends Exception> {

  /**
   * Treats one triple.
   *
   * @param a the element of the first list, which may be null
   * @param b the element of the second list, which may be null
   * @param c the element of the third list, which may be null
   * @return the result, which may be null
   * @throws X if the triple fails
   */
  R apply(A a, B b, C c) throws X;
}
