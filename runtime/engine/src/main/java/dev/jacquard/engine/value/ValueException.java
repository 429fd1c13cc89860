package dev.jacquard.engine.value;

/**
 * Thrown when a value is not of its type, or cannot be encoded, decoded or read; the message begins
 * with the path to the offending part: {@code Order -> lines[3] -> sku: expected text, found
 * integer}. Its cause, if it has one, is what the user's constructor or codec threw.
 */
public final class ValueException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String path;
  private final String problem;

  private ValueException(String path, String problem) {
    super(path.isEmpty() ? problem : path + ": " + problem);
    this.path = path;
    this.problem = problem;
  }

  /** Returns an exception whose path is still to be told by {@link #under}. */
  static ValueException of(String problem) {
    return new ValueException("", problem);
  }

  static ValueException of(String problem, Throwable cause) {
    ValueException exception = of(problem);
    exception.initCause(cause);
    return exception;
  }

  static ValueException expected(String expected, String found) {
    return of("expected " + expected + ", found " + found);
  }

  /** Returns the same with a path that begins with {@code prefix}. */
  ValueException under(String prefix) {
    ValueException exception = new ValueException(prefix + path, problem);
    Throwable cause = getCause();
    if (cause != null) {
      exception.initCause(cause);
    }
    exception.setStackTrace(getStackTrace());
    return exception;
  }

  /** Returns where in the value: its name or its type's, then components and indices. */
  public String path() {
    return path;
  }

  /** Returns what is wrong there. */
  public String problem() {
    return problem;
  }
}
