package dev.jacquard.engine.registry;

/** A registry could not do what it was asked; the message says why, and what to do. */
public final class RegistryException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Makes one from its message. */
  public RegistryException(String message) {
    super(message);
  }

  /** Makes one from its message and what caused it. */
  public RegistryException(String message, Throwable cause) {
    super(message, cause);
  }
}
