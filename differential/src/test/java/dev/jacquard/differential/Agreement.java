package dev.jacquard.differential;

import dev.jacquard.differential.StepLog.Entry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Compares a run as plain Java with a run as a graph. */
final class Agreement {

  private final Program program;

  Agreement(Program program) {
    this.program = program;
  }

  /** Says in which way the two differ; empty if they agree. */
  Optional<String> difference(Answer plain, Answer graph) {
    if (!plain.failureText().equals(graph.failureText())) {
      return Optional.of("plain Java: " + text(plain) + "; graph: " + text(graph));
    }
    if (!Objects.equals(plain.value(), graph.value())) {
      return Optional.of("plain Java: " + text(plain) + "; graph: " + text(graph));
    }
    List<String> expected = single(plain);
    if (!expected.equals(single(graph))) {
      return Optional.of("steps of plain Java: " + expected + "; of the graph: " + single(graph));
    }
    if (plain.failure().isEmpty() && !all(plain).equals(all(graph))) {
      return Optional.of("steps of plain Java: " + all(plain) + "; of the graph: " + all(graph));
    }
    return overtaken(graph.steps());
  }

  private static String text(Answer answer) {
    return answer
        .failureText()
        .map(failure -> "failure " + failure)
        .orElse("value " + answer.value());
  }

  private List<String> single(Answer answer) {
    return answer.steps().stream()
        .filter(step -> program.steps().single(step.tag()))
        .map(Agreement::text)
        .toList();
  }

  private static List<String> all(Answer answer) {
    return answer.steps().stream().map(Agreement::text).sorted().toList();
  }

  private static String text(Entry step) {
    return step.tag() + " on " + step.value();
  }

  /**
   * Finds a step of the workflow itself that ran before one above it, though not in another element
   * of a map.
   */
  private Optional<String> overtaken(List<Entry> steps) {
    List<Entry> own = steps.stream().filter(step -> program.steps().ofRun(step.tag())).toList();
    for (int i = 0; i < own.size(); i++) {
      for (int j = i + 1; j < own.size(); j++) {
        Entry earlier = own.get(i);
        Entry later = own.get(j);
        if (earlier.tag() > later.tag() && !inOtherElements(earlier.key(), later.key())) {
          return Optional.of("step " + earlier + " overtook " + later);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Whether two calls belong to different elements of one map: keys are {@code
   * execution/path[element, element]}.
   */
  private static boolean inOtherElements(String one, String other) {
    String[] pathOfOne = one.split("/", -1);
    String[] pathOfOther = other.split("/", -1);
    if (pathOfOne.length < 3 || pathOfOther.length < 3 || !pathOfOne[1].equals(pathOfOther[1])) {
      return false;
    }
    String[] elementsOfOne = elements(one);
    String[] elementsOfOther = elements(other);
    for (int i = 0; i < Math.min(elementsOfOne.length, elementsOfOther.length); i++) {
      if (!elementsOfOne[i].equals(elementsOfOther[i])) {
        return true;
      }
    }
    return false;
  }

  private static String[] elements(String key) {
    int bracket = key.lastIndexOf('[');
    return bracket < 0 ? new String[0] : key.substring(bracket + 1, key.length() - 1).split(", ");
  }
}
