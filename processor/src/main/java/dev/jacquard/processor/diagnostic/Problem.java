package dev.jacquard.processor.diagnostic;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One entry of the catalogue of all that the processor says to a user.
 *
 * <p>An entry has a mnemonic id ({@code BadDuration}), a severity, and a message with a {@code %s}
 * for each word that the place of the mistake fills in. Its page is {@code docs/errors/<id>.md},
 * its tests stand in {@code problems/<id>/}.
 */
public sealed interface Problem permits CommonProblem, DeclarationProblem, BodyProblem {

  /** The name of the enum constant, of which the id is made. */
  String name();

  Severity severity();

  /** The message without its id, {@code %s} for each word to be filled in. */
  String pattern();

  /** Returns the mnemonic id: {@code BAD_DURATION} is {@code BadDuration}. */
  default String id() {
    StringBuilder id = new StringBuilder();
    for (String word : name().split("_", -1)) {
      id.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return id.toString();
  }

  /** Returns the whole message: the id in brackets, then the pattern filled in. */
  default String message(Object... found) {
    return "[" + id() + "] " + String.format(Locale.ROOT, pattern(), found);
  }

  /** Returns every entry there is. */
  static List<Problem> catalogue() {
    return Stream.<Problem[]>of(
            CommonProblem.values(), DeclarationProblem.values(), BodyProblem.values())
        .flatMap(Stream::of)
        .toList();
  }
}
