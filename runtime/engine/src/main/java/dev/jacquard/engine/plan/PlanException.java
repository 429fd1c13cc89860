package dev.jacquard.engine.plan;

/** Thrown when a workflow cannot be run by this engine as it is; the message says what to do. */
public final class PlanException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Makes the exception. */
  public PlanException(String message) {
    super(message);
  }

  /** Makes the exception with a cause. */
  public PlanException(String message, Throwable cause) {
    super(message, cause);
  }
}
