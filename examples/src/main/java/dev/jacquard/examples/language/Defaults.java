package dev.jacquard.examples.language;

import dev.jacquard.Default;
import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Defaults: a caller from outside may leave a parameter out; the compiler checks each value. */
public final class Defaults {

  private Defaults() {}

  /** Returns one line on the report that was asked for. */
  @Workflow
  public static String report(
      String title,
      @Default("2026-11-23") LocalDate day,
      @Default("PT1H") Duration every,
      @Default("0.10") BigDecimal share,
      @Default("[\"mean\", \"max\"]") List<String> columns,
      @Default("{\"north\": 3}") Map<String, Integer> regions,
      @Default("true") boolean total) {
    String line = describe(title, day, every, columns);
    return line
        + " | "
        + share
        + " of "
        + regions.getOrDefault("north", 0)
        + (total ? " | total" : "");
  }

  @Task
  static String describe(String title, LocalDate day, Duration every, List<String> columns) {
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("a report must have columns");
    }
    return title + " of " + day + " every " + every + ": " + String.join(", ", columns);
  }
}
