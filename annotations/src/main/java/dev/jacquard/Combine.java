package dev.jacquard;

/**
 * How {@link Workflows#reduce} makes one value of two. It need be neither associative nor
 * commutative.
 *
 * @param <T> the value
 * @param <X> what it throws
 */
@FunctionalInterface
public interface Combine<T, X extends Exception> {

  /**
   * Combines two values.
   *
   * @param left the one that stands first, which may be null
   * @param right the one that stands after it, which may be null
   * @return the combined value, which may be null
   * @throws X if they cannot be combined
   */
  T combine(T left, T right) throws X;
}
