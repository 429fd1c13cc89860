package dev.jacquard.cli.progress;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows work that goes stage by stage: on a terminal one line that is drawn over, elsewhere a line
 * for each stage. Thread-safe.
 */
public final class StageDisplay implements AutoCloseable {

  private static final long PAUSE = Duration.ofMillis(80).toNanos();
  private static final int LONGEST_BAR = 30;

  private final ProgressStyle style;
  private final Screen screen;
  private final LongSupplier nanos;
  private final long begun;
  private String stage = "";
  private double done;
  private long drawn;

  /**
   * Makes one that shows nothing yet.
   *
   * @param nanos a clock
   */
  public StageDisplay(ProgressStyle style, Screen screen, LongSupplier nanos) {
    this.style =
        style == ProgressStyle.auto
            ? screen.terminal() ? ProgressStyle.bar : ProgressStyle.plain
            : style;
    this.screen = screen;
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
    this.drawn = begun - PAUSE;
  }

  /** A stage begins. */
  public synchronized void stage(String words) {
    stage = words;
    done = 0;
    if (style == ProgressStyle.plain) {
      screen.out().println("[" + time() + "] " + words);
    }
    draw();
  }

  /** That much of the stage is done, from 0 to 1. */
  public synchronized void done(double part) {
    done = Math.max(done, Math.min(1, part));
    if (nanos.getAsLong() - drawn >= PAUSE) {
      draw();
    }
  }

  /** Says something that stays. */
  public synchronized void say(String words) {
    screen.out().println(words);
    draw();
  }

  private void draw() {
    if (style != ProgressStyle.bar || stage.isEmpty()) {
      return;
    }
    drawn = nanos.getAsLong();
    int columns = screen.lines().size().columns();
    String end = String.format(Locale.ROOT, " %3d%%  %s", (int) Math.floor(done * 100), time());
    int bar = Math.max(0, Math.min(LONGEST_BAR, (columns - end.length()) / 3));
    int words = Math.max(0, columns - 1 - end.length() - bar - 2);
    String line =
        Columns.fit(stage, Math.min(words, Columns.width(stage)))
            + "  "
            + BarLine.of(screen.unicode()).bar(done, bar)
            + end;
    screen.lines().draw(List.of(Columns.cut(line, columns)));
  }

  private String time() {
    return ProgressText.time(Duration.ofNanos(nanos.getAsLong() - begun));
  }

  /** Takes the line away; what follows says how it ended. */
  @Override
  public synchronized void close() {
    stage = "";
    if (style == ProgressStyle.bar) {
      screen.lines().draw(List.of());
      screen.lines().leave();
    }
  }
}
