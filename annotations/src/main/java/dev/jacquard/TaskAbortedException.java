package dev.jacquard;

import dev.jacquard.spi.Nullable;

/**
 * Thrown for a task that did not end by itself: it took too long, was lost, or was cancelled. What
 * a workflow catches to treat all of these alike.
 */
public class TaskAbortedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * Makes the exception.
   *
   * @param message what happened; null for none
   */
  public TaskAbortedException(@Nullable String message) {
    super(message);
  }

  /**
   * Makes the exception with a cause.
   *
   * @param message what happened; null for none
   * @param cause why; null for none
   */
  public TaskAbortedException(@Nullable String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
