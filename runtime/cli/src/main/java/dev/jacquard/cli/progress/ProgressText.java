package dev.jacquard.cli.progress;

import dev.jacquard.engine.MapProgress;
import dev.jacquard.engine.PoolProgress;
import java.time.Duration;
import java.util.Locale;

/** Words about progress. */
final class ProgressText {

  private static final int LONGEST_MESSAGE = 300;

  private ProgressText() {}

  /** {@code flags: 312 of 1,000 done, 10 running, 2 attempts failed}. */
  static String of(MapProgress map) {
    return map.node()
        + ": "
        + count(map.done())
        + " of "
        + count(map.total())
        + " done"
        + extras(map);
  }

  /** What is worth a word beside the numbers: {@code , 10 running, 2 attempts failed}. */
  static String extras(MapProgress map) {
    String running =
        map.running() > 0 && map.done() < map.total()
            ? ", " + count(map.running()) + " running"
            : "";
    String failed =
        map.failedAttempts() == 0
            ? ""
            : ", "
                + count(map.failedAttempts())
                + (map.failedAttempts() == 1 ? " attempt" : " attempts")
                + " failed";
    return running + failed;
  }

  /** {@code Detector}: without the package and the class around it. */
  static String name(PoolProgress pool) {
    return name(pool.actor());
  }

  static String name(String actor) {
    return actor.substring(Math.max(actor.lastIndexOf('.'), actor.lastIndexOf('$')) + 1);
  }

  /** {@code ... and 3 more maps}. */
  static String more(int left, String word) {
    return "... and " + count(left) + " more " + word + (left == 1 ? "" : "s");
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A line of a log. */
  static String at(Duration elapsed, String text) {
    return "[" + time(elapsed) + "] " + text;
  }

  /** {@code 0.2 s}, {@code 5 s}. */
  static String pause(Duration time) {
    double seconds = time.toMillis() / 1000.0;
    return String.format(Locale.ROOT, seconds < 1 ? "%.1f s" : "%.0f s", seconds);
  }

  /** The beginning of a message, which may be any text, and must not command the terminal. */
  static String firstLine(String message) {
    String line = message.lines().findFirst().orElse("");
    boolean whole = line.length() == message.length() && line.length() <= LONGEST_MESSAGE;
    String cut = line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE);
    return Columns.printable(cut) + (whole ? "" : " ...");
  }

  /** {@code 0:07}, {@code 12:30}, {@code 1:02:03}. */
  static String time(Duration elapsed) {
    return elapsed.toHours() > 0
        ? "%d:%02d:%02d"
            .formatted(elapsed.toHours(), elapsed.toMinutesPart(), elapsed.toSecondsPart())
        : "%d:%02d".formatted(elapsed.toMinutes(), elapsed.toSecondsPart());
  }
}
