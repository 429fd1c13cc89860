package dev.jacquard.cli;

/**
 * What somebody asked for cannot be done as asked; the message says why, and what can. Nothing has
 * run.
 */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }

  UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
