package dev.jacquard.examples.language;

import static dev.jacquard.Workflows.map;
import static dev.jacquard.Workflows.range;

import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;

/** {@code range(n)}: the whole numbers below n, to map over without a list in memory. */
public final class Ranges {

  private Ranges() {}

  /** Returns one simulated throw of the dice for each number below {@code throwsOfDice}. */
  @Workflow
  public static List<Integer> dice(int throwsOfDice, long seed) {
    return map(range(throwsOfDice), i -> roll(seed + i));
  }

  @Task
  static int roll(long seed) {
    long mixed = seed * 0x9E3779B97F4A7C15L;
    if (seed % 97 == 0) {
      throw new IllegalStateException("the dice fell off the table: " + seed);
    }
    return (int) Math.floorMod(mixed >>> 32, 6L) + 1;
  }
}
