package dev.jacquard.examples.language;

import static dev.jacquard.Workflows.map;

import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;

/** A workflow calls another, also for each element of a map, and also itself. */
public final class SubWorkflows {

  private SubWorkflows() {}

  /** Returns the number of steps that Collatz' rule takes from each number down to 1. */
  @Workflow
  public static List<Integer> collatz(List<Integer> numbers) {
    return map(numbers, number -> steps(number, 0));
  }

  /** Returns the number of steps from the number down to 1, and those taken before. */
  @Workflow
  public static int steps(int number, int taken) {
    if (number == 1) {
      return taken;
    }
    return steps(next(number), taken + 1);
  }

  @Task
  static int next(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("a number must be positive; found " + number);
    }
    return number % 2 == 0 ? number / 2 : 3 * number + 1;
  }
}
