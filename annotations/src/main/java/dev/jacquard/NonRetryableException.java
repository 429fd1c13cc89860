package dev.jacquard;

/**
 * Thrown by a task to fail its call at once, whatever {@link Task#retries} says: trying again would not help.
 */
public class NonRetryableException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * Makes the exception.
   *
   * @param message what happened
   */
  public NonRetryableException(String message) {
    super(message);
  }

  /**
   * Makes the exception with a cause.
   *
   * @param message what happened
   * @param cause why
   */
  public NonRetryableException(String message, Throwable cause) {
    super(message, cause);
  }
}
