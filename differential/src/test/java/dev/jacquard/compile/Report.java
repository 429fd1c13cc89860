package dev.jacquard.compile;

import java.util.List;

/**
 * How a call of javac ended.
 *
 * @param printed what javac printed apart from its messages: the stack trace of a crash
 */
record Report(boolean success, List<Message> messages, String printed) {

  List<Message> errors() {
    return messages.stream().filter(Message::isError).toList();
  }

  /** Jacquard's errors. */
  List<Message> jacquards() {
    return errors().stream().filter(error -> error.id().isPresent()).toList();
  }

  /** All errors but Jacquard's. */
  List<Message> javacs() {
    return errors().stream().filter(error -> error.id().isEmpty()).toList();
  }

  List<String> ids() {
    return jacquards().stream().map(error -> error.id().orElseThrow()).sorted().toList();
  }

  /** Returns this report, or fails with what javac said. */
  Report mustSucceed() {
    if (!success) {
      throw new AssertionError("The sources must compile.\n" + this);
    }
    return this;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(success ? "success" : "failure");
    messages.forEach(message -> text.append("\n  ").append(message));
    return printed.isEmpty() ? text.toString() : text + "\n" + printed;
  }
}
