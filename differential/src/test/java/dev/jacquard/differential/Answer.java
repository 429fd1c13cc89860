package dev.jacquard.differential;

import dev.jacquard.Failure;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a run of a program came to: a value or a failure, and the steps that ran, in order.
 *
 * @param value the result, where it succeeded
 * @param failure the exception, where it failed
 */
record Answer(Object value, Optional<Failure> failure, List<StepLog.Entry> steps) {

  private static final Pattern LOADER = Pattern.compile("loader [\\w.$]+ @\\p{XDigit}+");

  /**
   * Classes and message of the failure, as far as the promise goes: not the texts of null pointers
   * and bad indices; nor which loader a class that cannot be cast is of, since a worker has its
   * own.
   */
  Optional<String> failureText() {
    return failure.map(
        thrown -> {
          if (thrown.classNames().contains(IndexOutOfBoundsException.class.getName())) {
            return "an index error";
          }
          if (thrown.classNames().contains(NullPointerException.class.getName())) {
            return "a null pointer";
          }
          return String.join(" < ", thrown.classNames()) + ": " + message(thrown);
        });
  }

  private static String message(Failure thrown) {
    String message = String.valueOf(thrown.message());
    return thrown.className().equals(ClassCastException.class.getName())
        ? LOADER.matcher(message).replaceAll("a loader")
        : message;
  }
}
