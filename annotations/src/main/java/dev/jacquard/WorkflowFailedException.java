package dev.jacquard;

/**
 * Thrown by a workflow that gives up: {@code throw new WorkflowFailedException("no model is good enough")}.
 */
public class WorkflowFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * Makes the exception.
   *
   * @param message what happened
   */
  public WorkflowFailedException(String message) {
    super(message);
  }

  /**
   * Makes the exception with a cause.
   *
   * @param message what happened
   * @param cause why
   */
  public WorkflowFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
