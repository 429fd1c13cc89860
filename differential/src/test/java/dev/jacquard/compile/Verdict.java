package dev.jacquard.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the processor made of a source with typos.
 *
 * @param law what it broke of its promises; empty when it kept them all
 */
record Verdict(Outcome outcome, Optional<String> law) {

  /** What javac and Jacquard said. */
  enum Outcome {
    BOTH_CONTENT,
    ONLY_JAVAC_COMPLAINS,
    ONLY_JACQUARD_COMPLAINS
  }

  /**
   * Compares.
   *
   * @param single whether there is one typo alone, and so one mistake
   * @param alone what javac said without the processor
   * @param with what it said with it
   * @param members the methods of the source
   */
  static Verdict of(String title, boolean single, Report alone, Report with, Members members) {
    Optional<String> law =
        breaks(with)
            .or(() -> alone.success() ? surprises(with) : hides(alone, with))
            .or(
                () ->
                    alone.success() || !single || !members.parsed()
                        ? Optional.empty()
                        : repeats(with, members))
            .map(broken -> broken + " in " + title + "\nalone: " + alone + "\nwith: " + with);
    Outcome outcome =
        !alone.success()
            ? Outcome.ONLY_JAVAC_COMPLAINS
            : with.success() ? Outcome.BOTH_CONTENT : Outcome.ONLY_JACQUARD_COMPLAINS;
    return new Verdict(outcome, law);
  }

  /** The processor threw, or said that it nearly did. */
  static Optional<String> breaks(Report with) {
    boolean internal =
        with.messages().stream()
            .anyMatch(
                message ->
                    message.text().contains("InternalError")
                        || message.text().contains("uncaught exception"));
    return internal || with.printed().contains("Exception")
        ? Optional.of("The processor must not fail")
        : Optional.empty();
  }

  /** Java is right, and something else than Jacquard's own rules makes the compilation fail. */
  private static Optional<String> surprises(Report with) {
    if (!with.javacs().isEmpty()) {
      return Optional.of("What is generated must compile");
    }
    if (!with.success() && with.jacquards().isEmpty()) {
      return Optional.of("A failure must come with an error");
    }
    return with.jacquards().stream().allMatch(Message::hasPlace)
        ? Optional.empty()
        : Optional.of("An error must point at a place");
  }

  /** Java is wrong, and the processor hides that. */
  private static Optional<String> hides(Report alone, Report with) {
    if (with.success()) {
      return Optional.of("What javac refuses must stay refused");
    }
    List<String> hidden = new ArrayList<>(places(alone.javacs()));
    places(with.javacs()).forEach(hidden::remove);
    return hidden.isEmpty() || !with.jacquards().isEmpty()
        ? Optional.empty()
        : Optional.of("The processor must not hide " + hidden);
  }

  /** Java is wrong by one mistake, and the processor says that in words of its own too. */
  private static Optional<String> repeats(Report with, Members members) {
    for (Message javacs : with.javacs()) {
      for (Message ours : with.jacquards()) {
        if (members.isInBody(ours.position())
            || members.isInOneDeclaration(javacs.position(), ours.position())) {
          return Optional.of("Jacquard must leave to javac what javac says");
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> places(List<Message> errors) {
    return errors.stream().map(error -> error.code() + "@" + error.position()).toList();
  }
}
