package dev.jacquard;

import dev.jacquard.spi.FailureCarrier;
import dev.jacquard.spi.Nullable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A failure as a value: what is kept of an exception when it crosses from one process to another.
 * Immutable.
 *
 * @param classNames the binary names of the exception's class and its superclasses, the most
 *     specific first, down to {@code java.lang.Throwable}; not empty
 * @param message the exception's message, or null if it has none
 */
public record Failure(List<String> classNames, @Nullable String message) implements Serializable {

  /** Checks and copies the class names. */
  public Failure {
    classNames = List.copyOf(classNames);
    if (classNames.isEmpty()) {
      throw new IllegalArgumentException(
          "A failure must have the name of its exception's class; found none.");
    }
  }

  /**
   * Makes the failure of an exception; of one that stands for an exception of another process, the
   * failure of that. May be used in workflow bodies.
   *
   * @param exception the exception
   * @return its failure
   */
  public static Failure of(Throwable exception) {
    if (exception instanceof FailureCarrier carrier) {
      return carrier.failure();
    }
    List<String> names = new ArrayList<>();
    for (Class<?> type = exception.getClass(); type != Object.class; type = type.getSuperclass()) {
      names.add(type.getName());
    }
    return new Failure(names, message(exception));
  }

  // Failures are made where nothing else may fail, and getMessage may be a user's.
  private static @Nullable String message(Throwable exception) {
    try {
      return exception.getMessage();
    } catch (RuntimeException broken) {
      return "(getMessage() threw " + broken.getClass().getName() + ")";
    }
  }

  /** Returns the binary name of the exception's own class: the first of {@link #classNames}. */
  public String className() {
    return classNames.get(0);
  }

  /**
   * Returns the class name and, if there is one, the message: what {@link Throwable#toString}
   * writes by default.
   */
  @Override
  public String toString() {
    return message == null ? className() : className() + ": " + message;
  }
}
