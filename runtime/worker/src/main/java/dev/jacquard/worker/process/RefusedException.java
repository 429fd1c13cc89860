package dev.jacquard.worker.process;

/** The gateway does not want this worker; trying again would not help. */
public final class RefusedException extends Exception {

  private static final long serialVersionUID = 1;

  /** Says why. */
  public RefusedException(String reason) {
    super(reason);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
