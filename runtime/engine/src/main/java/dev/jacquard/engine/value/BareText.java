package dev.jacquard.engine.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What a person writes on a command line, as JSON. */
final class BareText {

  private BareText() {}

  /**
   * Turns text into JSON by what its shape allows.
   *
   * @param parsed the text, parsed as JSON
   */
  static Json toJson(Shape shape, String text, Supplier<Json> parsed) {
    if (isBare(shape)) {
      return new Json.Bare(text);
    }
    String trimmed = text.strip();
    if (trimmed.startsWith("[") || trimmed.startsWith("{") || trimmed.equals("null")) {
      return parsed.get();
    }
    if (shape instanceof OptionalShape optional && isBare(optional.element())) {
      return trimmed.isEmpty() ? new Json.Null() : new Json.Bare(text);
    }
    boolean list =
        (shape instanceof ListShape l && isBare(l.element()))
            || (shape instanceof SetShape s && isBare(s.element()))
            || (shape instanceof ArrayLeaf a && a.element() != PrimitiveForm.BYTE);
    if (list) {
      return new Json.Array(elements(text));
    }
    return shape instanceof ArrayLeaf || shape instanceof Opaque
        ? new Json.Text(text)
        : parsed.get();
  }

  private static boolean isBare(Shape shape) {
    return shape instanceof Leaf leaf && leaf.hasBareForm();
  }

  private static List<Json> elements(String text) {
    List<Json> elements = new ArrayList<>();
    if (text.isBlank()) {
      return elements;
    }
    int from = 0;
    for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', from)) {
      elements.add(new Json.Bare(text.substring(from, comma).strip()));
      from = comma + 1;
    }
    elements.add(new Json.Bare(text.substring(from).strip()));
    return elements;
  }
}
