package dev.jacquard.engine.backend;

/**
 * Where the elements of a batch begin.
 *
 * @param stage the stage of the chain
 * @param attempt which attempt at that stage this is, from one; later stages begin with the first
 * @param deadlineAtNanos when the call at that stage must have ended; meant for attempts after the
 *     first
 */
public record Start(int stage, int attempt, long deadlineAtNanos) {

  /** At the beginning. */
  public static final Start FIRST = new Start(0, 1, Long.MAX_VALUE);
}
