package dev.jacquard.examples.language;

import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;
import java.util.Optional;

/** Optionals are values: tasks return them, and a body asks them. */
public final class Optionals {

  private Optionals() {}

  /** Returns a greeting for the first person whose name starts so. */
  @Workflow
  public static String greet(List<String> people, String start, Optional<String> title) {
    Optional<String> found = find(people, start);
    if (found.isEmpty()) {
      return "nobody, " + title.orElse("friend");
    }
    return title.isPresent() ? title.get() + " " + found.get() : capitalize(found.orElseThrow());
  }

  @Task
  static Optional<String> find(List<String> people, String start) {
    return people.stream().filter(person -> person.startsWith(start)).findFirst();
  }

  @Task
  static String capitalize(String person) {
    if (person.isEmpty()) {
      throw new IllegalArgumentException("a person must have a name");
    }
    return Character.toUpperCase(person.charAt(0)) + person.substring(1);
  }
}
