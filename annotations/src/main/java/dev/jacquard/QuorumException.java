package dev.jacquard;

/** Thrown by {@link Workflows#tryMap} when fewer elements succeeded than its quorum asks for. */
public class QuorumException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * Makes the exception.
   *
   * @param required how many elements had to succeed
   * @param successes how many did
   * @param elements how many there were
   */
  public QuorumException(int required, int successes, int elements) {
    super(
        "tryMap must have at least "
            + required
            + " successes; found "
            + successes
            + " among "
            + elements
            + " elements.");
  }
}
