package dev.jacquard.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.MapProgress;
import dev.jacquard.engine.PoolProgress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PoolProgressTest {

  private static final Duration TIME = Duration.ofSeconds(67);
  private static final MapProgress FLAGS = new MapProgress("flags", 1000, 450, 4, 0);
  private static final PoolProgress GROWING = new PoolProgress("Detector", 2, 1, 4, 37);
  private static final PoolProgress GONE = new PoolProgress("Detector", 0, 0, 0, 0);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private TerminalSize size = new TerminalSize(24, 72);
  private final LiveLines lines = new LiveLines(out, StandardCharsets.UTF_8, () -> size);
  private final BarProgress bars = new BarProgress(new Screen(out, true, false, lines));
  private final PlainProgress plain = new PlainProgress(out);

  @Test
  void poolsStandBelowTheBarsAndAreGoneInTheEnd() {
    bars.show(new Snapshot(List.of(FLAGS), List.of(GROWING), TIME));
    bars.show(new Snapshot(List.of(FLAGS), List.of(GONE), TIME));
    bars.show(
        new Snapshot(List.of(FLAGS), List.of(new PoolProgress("Detector", 0, 0, 5, 0)), TIME));
    bars.finish(new Snapshot(List.of(FLAGS), List.of(GROWING), TIME));
    String bar = "flags     ############----------------  45%  450/1,000, 4 running  1:07\n";
    assertThat(escaped())
        .isEqualTo(
            bar
                + "Detector    4 busy   1 idle   2 starting  37 waiting\n"
                + "ESC[2A\\rESC[J"
                + bar
                + "ESC[1A\\rESC[J"
                + bar
                + "Detector    5 busy   0 idle\n"
                + "ESC[2A\\rESC[J"
                + bar);
  }

  @Test
  void poolIsShownBeforeAnyMapHasBegun() {
    bars.show(new Snapshot(List.of(), List.of(GONE), TIME));
    assertThat(text()).isEmpty();
    bars.show(new Snapshot(List.of(), List.of(new PoolProgress("Detector", 1, 0, 0, 0)), TIME));
    bars.finish(new Snapshot(List.of(), List.of(GONE), TIME));
    assertThat(escaped()).isEqualTo("Detector    0 busy   0 idle   1 starting\nESC[1A\\rESC[J");
  }

  @Test
  void nameIsThatOfTheClassAlone() {
    assertThat(PoolLine.draw(new PoolProgress("shop.Outer$Model", 0, 1, 2, 0), 5, 80))
        .startsWith("Model       2 busy");
    assertThat(PoolLine.draw(new PoolProgress("shop.Model", 0, 1, 2, 0), 5, 80))
        .startsWith("Model       2 busy");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "80 | 'anomalous points    4 busy   1 idle   2 starting  37 waiting'",
        "60 | '~omalous points    4 busy   1 idle   2 starting  37 waiting'",
        "50 | 'anomalous points  4 busy 1 idle 2 start 37 wait'",
        "40 | '~ points  4 busy 1 idle 2 start 37 wait'",
        "30 | '~ points  4 busy 1 idle 2 sta'",
      })
  void narrowWindowShortensTheNameThenTheWords(int columns, String line) {
    PoolProgress pool = new PoolProgress("anomalous points", 2, 1, 4, 37);
    assertThat(PoolLine.draw(pool, 16, columns)).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 20, 40, 80, 200})
  void lineFitsIntoTheTerminal(int columns) {
    PoolProgress pool = new PoolProgress("漢字\u001b[2J".repeat(9), 12_345, 6, 7_890, 123_456);
    assertThat(Columns.width(PoolLine.draw(pool, 60, columns))).isLessThan(columns);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 8, 24, 60})
  void allFitsIntoTheWindow(int rows) {
    size = new TerminalSize(rows, 72);
    bars.show(new Snapshot(maps(300), pools(20), TIME));
    assertThat(text().lines()).hasSizeLessThan(Math.max(3, rows));
  }

  @Test
  void poolsThatDoNothingGiveWay() {
    size = new TerminalSize(10, 72);
    bars.show(new Snapshot(List.of(FLAGS), pools(20), TIME));
    assertThat(text().lines().map(line -> line.substring(0, line.indexOf(' '))))
        .containsExactly("flags", "Actor0", "Actor7", "Actor17", "...");
    assertThat(text()).endsWith("... and 17 more pools\n");
  }

  @Test
  void plainLineTellsTheFirstReplicaAlone() {
    plain.show(pool(3, 0, 0, 0));
    plain.show(pool(2, 1, 0, 0));
    plain.show(pool(0, 0, 3, 40));
    plain.show(pool(0, 3, 0, 0));
    plain.finish(pool(0, 0, 0, 0));
    assertThat(text()).isEqualTo("[1:07] Detector: first replica made\n");
  }

  @Test
  void plainLineTellsOnceThatReplicasCouldNotBeMade() {
    plain.show(pool(3, 0, 2, 40));
    bytes.reset();
    plain.show(pool(0, 0, 3, 40));
    plain.show(pool(0, 0, 3, 40));
    plain.show(pool(2, 0, 3, 40));
    plain.show(pool(0, 0, 3, 40));
    plain.show(pool(0, 0, 3, 40));
    assertThat(text())
        .isEqualTo("[1:07] Detector: only 3 of 5 replicas could be made or kept, 40 calls wait\n");
  }

  @Test
  void replicaThatIsReplacedIsNoNews() {
    plain.show(pool(0, 0, 5, 40));
    bytes.reset();
    plain.show(pool(0, 0, 4, 40));
    plain.show(pool(1, 0, 4, 40));
    plain.show(pool(0, 0, 4, 40));
    plain.show(pool(0, 0, 5, 40));
    plain.show(pool(0, 4, 0, 0));
    plain.show(pool(0, 4, 0, 0));
    assertThat(text()).isEmpty();
  }

  private static Snapshot pool(int starting, int idle, int busy, int waiting) {
    PoolProgress pool = new PoolProgress("Detector", starting, idle, busy, waiting);
    return new Snapshot(List.of(), List.of(pool), TIME);
  }

  private static List<MapProgress> maps(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new MapProgress("map" + i, 10, 3, 0, 0))
        .toList();
  }

  private static List<PoolProgress> pools(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new PoolProgress("Actor" + i, 0, 1, i % 10 == 7 ? 1 : 0, 0))
        .toList();
  }

  private String escaped() {
    return text().replace("\u001b", "ESC").replace("\r", "\\r");
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
