package dev.jacquard.cli.parameters;

/** The text of a parameter could not be had. */
final class TextException extends RuntimeException {

  private static final long serialVersionUID = 1;

  TextException(String message) {
    super(message);
  }

  TextException(String message, Throwable cause) {
    super(message, cause);
  }
}
