package dev.jacquard.cli.progress;

import dev.jacquard.engine.MapProgress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** A line for whoever reads a log: what has changed since the last one, at most once a second. */
final class PlainProgress implements ProgressView {

  private static final int MOST = 8;

  private final PrintStream err;
  private List<MapProgress> shown = List.of();

  PlainProgress(PrintStream err) {
    this.err = err;
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void show(List<MapProgress> maps, Duration elapsed) {
    List<MapProgress> changed = maps.stream().filter(map -> !shown.contains(map)).toList();
    if (!changed.isEmpty()) {
      List<MapProgress> told = Chosen.of(changed, MOST);
      String text = told.stream().map(ProgressText::of).collect(Collectors.joining("; "));
      if (told.size() < changed.size()) {
        text += "; " + ProgressText.more(changed.size() - told.size());
      }
      err.println("[" + ProgressText.time(elapsed) + "] " + text);
      shown = maps;
    }
  }

  /** What was over before the first line needs no line. */
  @Override
  public void finish(List<MapProgress> maps, Duration elapsed) {
    if (!shown.isEmpty()) {
      show(maps, elapsed);
    }
  }
}
