package dev.jacquard;

import dev.jacquard.spi.Nullable;

/**
 * Thrown when the process that ran a task is gone and the call was not to be run again. Plain Java
 * never throws it.
 */
public class TaskLostException extends TaskAbortedException {

  private static final long serialVersionUID = 1;

  /**
   * Makes the exception.
   *
   * @param message what happened; null for none
   */
  public TaskLostException(@Nullable String message) {
    super(message);
  }

  /**
   * Makes the exception with a cause.
   *
   * @param message what happened; null for none
   * @param cause why; null for none
   */
  public TaskLostException(@Nullable String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
