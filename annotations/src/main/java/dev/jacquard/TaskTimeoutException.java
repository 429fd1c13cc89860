package dev.jacquard;

/**
 * Thrown when an attempt has taken longer than {@link Task#timeout}, a call longer than {@link Task#deadline}, or an
 * execution longer than {@link Workflow#timeout}. Plain Java never throws it.
 */
public class TaskTimeoutException extends TaskAbortedException {

  private static final long serialVersionUID = 1;

  /**
   * Makes the exception.
   *
   * @param message what happened
   */
  public TaskTimeoutException(String message) {
    super(message);
  }

  /**
   * Makes the exception with a cause.
   *
   * @param message what happened
   * @param cause why
   */
  public TaskTimeoutException(String message, Throwable cause) {
    super(message, cause);
  }
}
