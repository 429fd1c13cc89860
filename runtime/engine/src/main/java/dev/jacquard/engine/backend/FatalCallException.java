package dev.jacquard.engine.backend;

/**
 * Thrown where a call cannot be right, whatever is tried: modified arguments, a value that does not
 * survive encoding.
 */
public final class FatalCallException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Makes the exception. */
  public FatalCallException(String message) {
    super(message);
  }

  /** Makes the exception with a cause. */
  public FatalCallException(String message, Throwable cause) {
    super(message, cause);
  }
}
