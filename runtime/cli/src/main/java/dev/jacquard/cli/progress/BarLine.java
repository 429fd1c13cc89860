package dev.jacquard.cli.progress;

import dev.jacquard.engine.MapProgress;
import java.time.Duration;
import java.util.Locale;
import org.jline.utils.AttributedString;

/**
 * One bar: {@code flags [#########-----------] 45% 450/1,000, 10 running 0:03}.
 *
 * @param full what is done
 * @param empty what is to do
 */
record BarLine(char full, char empty) {

  private static final int LEAST_BAR = 10;
  private static final int LONGEST_BAR = 40;
  private static final int LEAST_NAME = 8;

  static BarLine of(boolean unicode) {
    return unicode ? new BarLine('█', '░') : new BarLine('#', '-');
  }

  String draw(MapProgress map, int nameWidth, int columns, Duration elapsed) {
    double part = map.total() == 0 ? 1 : (double) map.done() / map.total();
    String counts =
        String.format(Locale.ROOT, " %3d%%  ", (int) Math.floor(part * 100))
            + ProgressText.count(map.done())
            + "/"
            + ProgressText.count(map.total())
            + ProgressText.extras(map)
            + "  "
            + ProgressText.time(elapsed);
    // A line that is as wide as the terminal would wrap on some.
    int room = columns - 1 - counts.length() - 2;
    int name = Math.max(LEAST_NAME, Math.min(nameWidth, room - LEAST_BAR));
    int bar = Math.max(0, Math.min(LONGEST_BAR, room - name));
    return cut(fit(map.node(), name) + "  " + bar(part, bar) + counts, columns);
  }

  /** Returns how many columns a name takes, which may be in any script. */
  static int width(String name) {
    return new AttributedString(printable(name)).columnLength();
  }

  /** Shortens a line that is wider than the terminal. */
  static String cut(String line, int columns) {
    AttributedString text = new AttributedString(line);
    int room = Math.max(0, columns - 1);
    return text.columnLength() <= room ? line : text.columnSubSequence(0, room).toString();
  }

  /** The name of a map may be any text, and must not move the cursor. */
  private static String printable(String name) {
    return name.replaceAll("\\p{Cntrl}", "?");
  }

  private String bar(double part, int length) {
    int done = (int) Math.floor(part * length);
    return String.valueOf(full).repeat(done) + String.valueOf(empty).repeat(length - done);
  }

  /** The end of a path says more than its beginning. */
  private static String fit(String name, int width) {
    AttributedString text = new AttributedString(printable(name));
    int columns = text.columnLength();
    return columns <= width
        ? text + " ".repeat(width - columns)
        : "~" + text.columnSubSequence(columns - width + 1, columns);
  }
}
