package dev.jacquard.cli.progress;

import dev.jacquard.engine.PoolProgress;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One pool of an actor: {@code Detector 4 busy 1 idle 2 starting 37 waiting}. */
final class PoolLine {

  private static final int LEAST_NAME = 8;

  /** The least window that has room for all words in full. */
  private static final int WIDE = 53;

  private PoolLine() {}

  /** Shortens the words in a narrow window, then the name, and cuts the line at last. */
  static String draw(PoolProgress pool, int nameWidth, int columns) {
    String counts =
        columns >= WIDE
            ? counts(pool, "%3d", "starting", "waiting")
            : counts(pool, "%d", "start", "wait");
    int room = columns - 1 - 2;
    int name = Math.max(LEAST_NAME, Math.min(nameWidth, room - counts.length()));
    return Columns.cut(Columns.fit(ProgressText.name(pool), name) + "  " + counts, columns);
  }

  /** What is busy and idle is always told, so that the line does not jump from call to call. */
  private static String counts(PoolProgress pool, String digits, String starting, String waiting) {
    return Stream.of(
            part(digits, pool.busy(), "busy"),
            part(digits, pool.idle(), "idle"),
            pool.starting() == 0 ? "" : part(digits, pool.starting(), starting),
            pool.waiting() == 0 ? "" : part(digits, pool.waiting(), waiting))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String part(String digits, int count, String word) {
    return String.format(Locale.ROOT, digits, count) + " " + word;
  }
}
