package dev.jacquard.benchmarks;

import java.util.Locale;

/** Prints what was measured as a row of the report's table. */
final class Row {

  private Row() {}

  /** Prints medians and their ratio. */
  static void print(String what, Duel.Result result, double unit, String budget) {
    print(what, result.baseNanos() / unit, result.oursNanos() / unit, result.ratio(), budget);
  }

  static void print(String what, double base, double ours, double ratio, String budget) {
    System.out.printf(
        Locale.ROOT, "| %s | %.2f | %.2f | %.2f | %s |%n", what, base, ours, ratio, budget);
  }
}
