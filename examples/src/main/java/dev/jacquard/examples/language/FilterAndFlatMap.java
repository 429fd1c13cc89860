package dev.jacquard.examples.language;

import static dev.jacquard.Workflows.filter;
import static dev.jacquard.Workflows.flatMap;

import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;

/** {@code filter} keeps the elements that a task says yes to; {@code flatMap} joins lists. */
public final class FilterAndFlatMap {

  private FilterAndFlatMap() {}

  /** Returns the words of the lines that are no comments. */
  @Workflow
  public static List<String> words(List<String> lines, String comment) {
    List<String> kept = filter(lines, line -> !isComment(line, comment));
    return flatMap(kept, FilterAndFlatMap::split);
  }

  @Task
  static boolean isComment(String line, String comment) {
    return line.startsWith(comment);
  }

  @Task
  static List<String> split(String line) {
    if (line.indexOf('\t') >= 0) {
      throw new IllegalArgumentException("a line must have no tabs: " + line.strip());
    }
    return List.of(line.split(" "));
  }
}
