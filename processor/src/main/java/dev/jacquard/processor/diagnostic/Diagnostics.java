package dev.jacquard.processor.diagnostic;

/**
 * Where a stage reports a user's mistakes. {@code P} is the place: an element with its annotation
 * value in the rounds, a tree in a body.
 *
 * <p>A report never throws; a stage that has reported goes on, so that independent mistakes are all
 * told in one build.
 *
 * @param <P> how this stage names a place
 */
@FunctionalInterface
public interface Diagnostics<P> {

  /**
   * Reports one mistake.
   *
   * @param place where it is
   * @param problem which entry of the catalogue
   * @param found the words that fill the entry's message, in its order
   */
  void report(P place, Problem problem, Object... found);
}
