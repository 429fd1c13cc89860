package dev.jacquard;

import dev.jacquard.spi.Nullable;

/**
 * Thrown when an attempt has taken longer than {@link Task#timeout}, a call longer than {@link
 * Task#deadline}, or an execution longer than {@link Workflow#timeout}. Plain Java never throws it.
 */
public class TaskTimeoutException extends TaskAbortedException {

  private static final long serialVersionUID = 1;

  /**
   * Makes the exception.
   *
   * @param message what happened; null for none
   */
  public TaskTimeoutException(@Nullable String message) {
    super(message);
  }

  /**
   * Makes the exception with a cause.
   *
   * @param message what happened; null for none
   * @param cause why; null for none
   */
  public TaskTimeoutException(@Nullable String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
