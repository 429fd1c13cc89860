package dev.jacquard.engine.code;

/**
 * Something about an application's code that keeps it from running; the message says what, and what
 * to do.
 */
public final class CodeException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Makes one from its message. */
  public CodeException(String message) {
    super(message);
  }

  /** Makes one from its message and what caused it. */
  public CodeException(String message, Throwable cause) {
    super(message, cause);
  }
}
