package dev.jacquard.processor;

import org.jspecify.annotations.Nullable;

/** Documentation comments, as far as specs carry them. */
final class Documentation {

  private Documentation() {}

  /** The first paragraph on one line, empty if there is none. */
  static String firstParagraph(@Nullable String comment) {
    if (comment == null) {
      return "";
    }
    return comment
        .strip()
        .replaceFirst("(?s)(\\R\\s*\\R|\\R\\s*@|<p>|^@).*", "")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
