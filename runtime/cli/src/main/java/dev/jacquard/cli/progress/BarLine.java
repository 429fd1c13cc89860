package dev.jacquard.cli.progress;

import dev.jacquard.engine.MapProgress;
import java.time.Duration;
import java.util.Locale;

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
    int room = columns - 1 - counts.length() - 2;
    int name = Math.max(LEAST_NAME, Math.min(nameWidth, room - LEAST_BAR));
    int bar = Math.max(0, Math.min(LONGEST_BAR, room - name));
    return Columns.cut(Columns.fit(map.node(), name) + "  " + bar(part, bar) + counts, columns);
  }

  String bar(double part, int length) {
    int done = (int) Math.floor(part * length);
    return String.valueOf(full).repeat(done) + String.valueOf(empty).repeat(length - done);
  }
}
