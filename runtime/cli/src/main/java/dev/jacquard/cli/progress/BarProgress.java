package dev.jacquard.cli.progress;

import dev.jacquard.engine.MapProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A bar for each map on a terminal, drawn over the one before. */
final class BarProgress implements ProgressView {

  private static final Duration OFTEN = Duration.ofMillis(100);
  private static final int MOST = 12;

  private final Screen screen;
  private final BarLine line;
  private int drawn;
  private int columns;

  BarProgress(Screen screen) {
    this.screen = screen;
    this.line = BarLine.of(screen.unicode());
  }

  @Override
  public Duration interval() {
    return OFTEN;
  }

  @Override
  public void show(List<MapProgress> maps, Duration elapsed) {
    if (maps.isEmpty()) {
      return;
    }
    columns = columns == 0 ? screen.width().getAsInt() : columns;
    List<String> lines = new ArrayList<>();
    int nameWidth = maps.stream().mapToInt(map -> map.node().length()).max().orElse(0);
    maps.stream()
        .limit(MOST)
        .forEach(map -> lines.add(line.draw(map, nameWidth, columns, elapsed)));
    if (maps.size() > MOST) {
      lines.add("... and " + (maps.size() - MOST) + " more maps");
    }
    draw(lines);
  }

  @Override
  public void finish(List<MapProgress> maps, Duration elapsed) {
    if (drawn > 0) {
      show(maps, elapsed);
      drawn = 0;
    }
  }

  /** One write, so that nothing flickers: up to the first line, then each line anew. */
  private void draw(List<String> lines) {
    StringBuilder text = new StringBuilder();
    if (drawn > 0) {
      text.append("\u001b[").append(drawn).append('A');
    }
    lines.forEach(each -> text.append("\r\u001b[2K").append(each).append('\n'));
    drawn = Math.max(drawn, lines.size());
    screen.out().print(text);
    screen.out().flush();
  }
}
