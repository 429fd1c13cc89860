package dev.jacquard.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class StageDisplayTest {

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final AtomicLong nanos = new AtomicLong();

  @Test
  void terminalHasOneLineThatIsDrawnOver() {
    try (StageDisplay display = display(ProgressStyle.auto, true)) {
      display.stage("fetching base");
      wait(2);
      display.done(0.5);
    }
    assertThat(text())
        .contains("fetching base  " + "█".repeat(11) + "░".repeat(12) + "  50%  0:02\n")
        .endsWith("\u001b[1A\r\u001b[J");
  }

  @Test
  void lineIsNeverWiderThanTheTerminal() {
    try (StageDisplay display = display(ProgressStyle.bar, true)) {
      display.stage("looking for Java in " + "x".repeat(200));
    }
    assertThat(text().lines().map(line -> line.replaceAll("\u001b\\[[0-9]*[A-Z]", "")))
        .allMatch(line -> line.length() < 80)
        .anyMatch(line -> line.startsWith("~xxxx"));
  }

  @Test
  void logHasALineForEachStage() {
    try (StageDisplay display = display(ProgressStyle.auto, false)) {
      display.stage("fetching base");
      display.done(0.5);
      wait(61);
      display.stage("building app");
      display.say("something");
    }
    assertThat(text()).isEqualTo("[0:00] fetching base\n[1:01] building app\nsomething\n");
  }

  @Test
  void nothingIsShownUnlessItMatters() {
    try (StageDisplay display = display(ProgressStyle.none, true)) {
      display.stage("fetching base");
      display.say("warning");
    }
    assertThat(text()).isEqualTo("warning\n");
  }

  private StageDisplay display(ProgressStyle style, boolean terminal) {
    PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
    LiveLines lines = new LiveLines(out, StandardCharsets.UTF_8, () -> new TerminalSize(24, 80));
    return new StageDisplay(style, new Screen(out, terminal, true, lines), nanos::get);
  }

  private void wait(int seconds) {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  private String text() {
    return shown.toString(StandardCharsets.UTF_8);
  }
}
