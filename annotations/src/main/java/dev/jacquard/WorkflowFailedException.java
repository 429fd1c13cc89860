package dev.jacquard;

import dev.jacquard.spi.Nullable;

/**
 * Thrown by a workflow that gives up: {@code throw new WorkflowFailedException("no model is good
 * enough")}.
 */
public class WorkflowFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * Makes the exception.
   *
   * @param message what happened; null for none
   */
  public WorkflowFailedException(@Nullable String message) {
    super(message);
  }

  /**
   * Makes the exception with a cause.
   *
   * @param message what happened; null for none
   * @param cause why; null for none
   */
  public WorkflowFailedException(@Nullable String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
