package dev.jacquard.cli.progress;

import dev.jacquard.engine.MapProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.Signals;

/** A bar for each map on a terminal, drawn over the one before. */
final class BarProgress implements ProgressView {

  private static final Duration OFTEN = Duration.ofMillis(100);
  private static final int MOST = 12;
  private static final String RESIZED = "WINCH";

  private final LiveLines lines;
  private final BarLine line;
  private boolean shown;

  BarProgress(Screen screen) {
    this.lines = screen.lines();
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
    if (!shown) {
      shown = true;
      Signals.register(RESIZED, lines::resize);
    }
    lines.draw(bars(maps, elapsed, lines.size()));
  }

  @Override
  public void finish(List<MapProgress> maps, Duration elapsed) {
    if (shown) {
      show(maps, elapsed);
      lines.leave();
      Signals.registerDefault(RESIZED);
    }
  }

  /** As many bars as the window holds, which scrolls otherwise. */
  private List<String> bars(List<MapProgress> maps, Duration elapsed, TerminalSize size) {
    List<MapProgress> chosen = Chosen.of(maps, Math.max(1, Math.min(MOST, size.rows() - 2)));
    int nameWidth = chosen.stream().mapToInt(map -> BarLine.width(map.node())).max().orElse(0);
    List<String> bars = new ArrayList<>();
    chosen.forEach(map -> bars.add(line.draw(map, nameWidth, size.columns(), elapsed)));
    if (chosen.size() < maps.size()) {
      bars.add(BarLine.cut(ProgressText.more(maps.size() - chosen.size()), size.columns()));
    }
    return bars;
  }
}
