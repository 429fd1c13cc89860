package dev.jacquard.cli.progress;

import dev.jacquard.engine.MapProgress;
import dev.jacquard.engine.PoolProgress;
import java.time.Duration;
import java.util.Locale;

/** Words about progress. */
final class ProgressText {

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
    String actor = pool.actor();
    return actor.substring(Math.max(actor.lastIndexOf('.'), actor.lastIndexOf('$')) + 1);
  }

  /** {@code ... and 3 more maps}. */
  static String more(int left, String word) {
    return "... and " + count(left) + " more " + word + (left == 1 ? "" : "s");
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 0:07}, {@code 12:30}, {@code 1:02:03}. */
  static String time(Duration elapsed) {
    return elapsed.toHours() > 0
        ? "%d:%02d:%02d"
            .formatted(elapsed.toHours(), elapsed.toMinutesPart(), elapsed.toSecondsPart())
        : "%d:%02d".formatted(elapsed.toMinutes(), elapsed.toSecondsPart());
  }
}
