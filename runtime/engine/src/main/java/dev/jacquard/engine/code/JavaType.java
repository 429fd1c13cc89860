package dev.jacquard.engine.code;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A type as a class file declares it.
 *
 * @param name a primitive's name or a binary class name
 * @param arguments its type arguments; empty if it has none or none are known
 * @param dimensions how often it is an array
 */
record JavaType(String name, List<JavaType> arguments, int dimensions) {

  /** A wildcard or type variable: nothing is known of it. */
  static final JavaType UNKNOWN = new JavaType("?", List.of(), 0);

  JavaType {
    arguments = List.copyOf(arguments);
  }

  boolean is(String otherName) {
    return dimensions == 0 && name.equals(otherName);
  }

  /** Its erasure as specs write it: nested classes after a dot. */
  String erasure() {
    return name.replace('$', '.') + "[]".repeat(dimensions);
  }

  @Override
  public String toString() {
    String text =
        name.startsWith("java.")
            ? name.substring(name.lastIndexOf('.') + 1)
            : name.replace('$', '.');
    String inner =
        arguments.isEmpty()
            ? ""
            : arguments.stream()
                .map(JavaType::toString)
                .collect(Collectors.joining(", ", "<", ">"));
    return text + inner + "[]".repeat(dimensions);
  }
}
