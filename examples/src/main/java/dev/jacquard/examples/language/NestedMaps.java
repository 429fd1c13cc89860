package dev.jacquard.examples.language;

import static dev.jacquard.Workflows.map;

import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;

/** A map in a map: the inner body sees both elements, and all of them share the threads. */
public final class NestedMaps {

  private NestedMaps() {}

  /** Returns the table of all quotients, a row for each dividend. */
  @Workflow
  public static List<List<Integer>> quotients(List<Integer> dividends, List<Integer> divisors) {
    return map(
        dividends,
        dividend -> {
          int offset = offset(dividend);
          return map(divisors, divisor -> divide(dividend, divisor) + offset);
        });
  }

  @Task
  static int offset(int dividend) {
    return Math.abs(dividend % 3);
  }

  @Task
  static int divide(int dividend, int divisor) {
    return dividend / divisor;
  }
}
