package dev.jacquard.cli.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.jline.utils.Signals;

/** A bar for each map and a line for each pool on a terminal, drawn over those before. */
final class BarProgress implements ProgressView {

  private static final Duration OFTEN = Duration.ofMillis(100);
  private static final String RESIZED = "WINCH";

  private final LiveLines lines;
  private final ProgressLines picture;
  private boolean shown;

  BarProgress(Screen screen) {
    this.lines = screen.lines();
    this.picture = new ProgressLines(BarLine.of(screen.unicode()));
  }

  @Override
  public Duration interval() {
    return OFTEN;
  }

  @Override
  public void show(Snapshot snapshot) {
    draw(snapshot.live());
  }

  /** Above the bars, which are drawn again below. */
  @Override
  public void tell(List<String> news, Duration elapsed) {
    PrintStream above = lines.above();
    news.forEach(line -> above.println(ProgressText.at(elapsed, line)));
  }

  /** The bars stay; what the pools did is over. */
  @Override
  public void finish(Snapshot snapshot) {
    if (shown) {
      draw(snapshot.ofMaps());
      lines.leave();
      Signals.registerDefault(RESIZED);
    }
  }

  private void draw(Snapshot snapshot) {
    if (!shown
        && snapshot.maps().isEmpty()
        && snapshot.pools().isEmpty()
        && snapshot.pods().isEmpty()) {
      return;
    }
    if (!shown) {
      shown = true;
      Signals.register(RESIZED, lines::resize);
    }
    lines.draw(picture.of(snapshot, lines.size()));
  }
}
