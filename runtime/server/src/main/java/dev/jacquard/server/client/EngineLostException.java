package dev.jacquard.server.client;

import org.jspecify.annotations.Nullable;

/** Thrown to whoever waits for an execution whose engine is gone, or cannot be reached any more. */
public final class EngineLostException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Makes the exception; the message says what is to be done. */
  public EngineLostException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
