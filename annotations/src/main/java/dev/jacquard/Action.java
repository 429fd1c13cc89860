package dev.jacquard;

/**
 * One of the branches of {@link Workflows#parallel}.
 *
 * @param <X> what it throws
 */
@FunctionalInterface
public interface Action<X extends Exception> {

  /**
   * Does it.
   *
   * @throws X if it fails
   */
  void run() throws X;
}
