package dev.jacquard.examples.language;

import static dev.jacquard.Workflows.map;
import static dev.jacquard.Workflows.successes;

import dev.jacquard.Failure;
import dev.jacquard.Outcome;
import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;

/** An {@code Outcome} is a value: a success or a failure; {@code successes} keeps the former. */
public final class Outcomes {

  private Outcomes() {}

  /** Returns the sum of the texts that are numbers; at least half of them must be. */
  @Workflow
  public static long sumOfNumbers(List<String> texts) {
    List<Outcome<Long>> outcomes = map(texts, Outcomes::parse);
    List<Long> numbers = successes(outcomes);
    return sum(numbers, outcomes.size() / 2);
  }

  @Task
  static Outcome<Long> parse(String text) {
    try {
      return new Outcome.Succeeded<>(0, Long.parseLong(text));
    } catch (NumberFormatException e) {
      return new Outcome.Failed<>(0, Failure.of(e));
    }
  }

  @Task
  static long sum(List<Long> numbers, int atLeast) {
    if (numbers.size() < atLeast) {
      throw new IllegalStateException(numbers.size() + " of at least " + atLeast + " numbers");
    }
    return numbers.stream().mapToLong(Long::longValue).sum();
  }
}
