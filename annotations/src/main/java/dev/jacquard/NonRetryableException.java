package dev.jacquard;

import dev.jacquard.spi.Nullable;

/**
 * Thrown by a task to fail its call at once, whatever {@link Task#retries} says: trying again would
 * not help.
 */
public class NonRetryableException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * Makes the exception.
   *
   * @param message what happened; null for none
   */
  public NonRetryableException(@Nullable String message) {
    super(message);
  }

  /**
   * Makes the exception with a cause.
   *
   * @param message what happened; null for none
   * @param cause why; null for none
   */
  public NonRetryableException(@Nullable String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
