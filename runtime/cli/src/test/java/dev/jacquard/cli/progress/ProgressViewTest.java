package dev.jacquard.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.MapProgress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProgressViewTest {

  private static final Duration TIME = Duration.ofSeconds(67);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private TerminalSize size = new TerminalSize(24, 72);
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void plainLineSaysWhatHasChanged() {
    PlainProgress view = new PlainProgress(out);
    MapProgress pages = new MapProgress("pages", 10, 10, 0, 0);
    view.show(maps(TIME, new MapProgress("flags", 1000, 312, 10, 2), pages));
    view.show(maps(TIME.plusSeconds(1), new MapProgress("flags", 1000, 312, 10, 2), pages));
    view.finish(maps(TIME.plusSeconds(3600), new MapProgress("flags", 1000, 1000, 0, 3), pages));
    assertThat(text())
        .isEqualTo(
            """
            [1:07] flags: 312 of 1,000 done, 10 running, 2 attempts failed; pages: 10 of 10 done
            [1:01:07] flags: 1,000 of 1,000 done, 3 attempts failed
            """);
  }

  @Test
  void whatIsOverAtOnceIsNotTold() {
    PlainProgress view = new PlainProgress(out);
    view.finish(maps(TIME, new MapProgress("flags", 10, 10, 0, 0)));
    assertThat(text()).isEmpty();
  }

  @Test
  void barsAreDrawnOverTheOnesBefore() {
    BarProgress view = new BarProgress(screen());
    view.show(maps(TIME, new MapProgress("flags", 1000, 450, 10, 0)));
    view.finish(
        maps(
            TIME,
            new MapProgress("flags", 1000, 1000, 0, 0),
            new MapProgress("flags/words", 4, 1, 1, 0)));
    screen().lines().above().println("after it");
    assertThat(escaped())
        .isEqualTo(
            """
            flags     ############---------------  45%  450/1,000, 10 running  1:07
            ESC[1A\\rESC[Jflags        ################################## 100%  1,000/1,000  1:07
            flags/words  #######------------------------  25%  1/4, 1 running  1:07
            after it
            """);
  }

  @Test
  void whatOthersPrintStaysAboveTheBars() {
    LiveLines lines = screen().lines();
    PrintStream others = lines.above();
    others.println("before");
    lines.draw(List.of("one", "two"));
    others.println("from a task");
    lines.draw(List.of("ONE", "TWO"));
    others.print("half a line");
    lines.draw(List.of("one", "two"));
    assertThat(escaped())
        .isEqualTo(
            """
            before
            one
            two
            ESC[2A\\rESC[Jfrom a task
            ONE
            TWO
            ESC[2A\\rESC[Jhalf a line
            one
            two
            """);
  }

  @Test
  void windowThatHasBecomeNarrowerHasBrokenTheLines() {
    LiveLines lines = screen().lines();
    lines.draw(List.of("x".repeat(60), "short"));
    size = new TerminalSize(24, 25);
    lines.resize();
    lines.draw(List.of("x".repeat(20)));
    assertThat(escaped()).contains("short\nESC[4A\\rESC[Jxxx");
  }

  @Test
  void barsFitIntoTheWindowAndThoseThatAreOverGiveWay() {
    size = new TerminalSize(5, 72);
    Snapshot snapshot =
        maps(
            TIME,
            IntStream.range(0, 300)
                .mapToObj(i -> new MapProgress("map" + i, 10, i % 100 == 7 ? 3 : 10, 0, 0))
                .toArray(MapProgress[]::new));
    new BarProgress(screen()).show(snapshot);
    assertThat(text().lines().map(line -> line.substring(0, line.indexOf(' '))))
        .containsExactly("map7", "map107", "map207", "...");
    assertThat(text()).endsWith("... and 297 more maps\n");
    PlainProgress plain = new PlainProgress(out);
    plain.show(snapshot);
    assertThat(text()).endsWith("; ... and 292 more maps\n");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 4})
  void countThatIsOffWhileAnExecutionEndsIsDrawnAllTheSame(long done) {
    BarProgress view = new BarProgress(screen());
    view.show(maps(TIME, new MapProgress("flags", 3, 1, 2, 0)));
    view.finish(maps(TIME, new MapProgress("flags", 3, done, 0, 0)));
    assertThat(text()).endsWith(done < 0 ? "  0%  0/3  1:07\n" : "100%  3/3  1:07\n");
  }

  @Test
  void nameOfAMapMayBeAnyText() {
    MapProgress map = new MapProgress("\u001b[2J\n漢字", 10, 5, 0, 0);
    assertThat(Columns.width(map.node())).isEqualTo(9);
    assertThat(BarLine.of(false).draw(map, 9, 60, TIME)).startsWith("?[2J?漢字  ###");
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 20, 40, 80, 200})
  void barFitsIntoTheTerminal(int columns) {
    String line =
        BarLine.of(true)
            .draw(
                new MapProgress("a/very/long/path/of/nested/maps/in/it", 1_000_000, 999_999, 8, 12),
                36,
                columns,
                TIME);
    assertThat(line.length()).isLessThan(columns);
  }

  private static Snapshot maps(Duration elapsed, MapProgress... maps) {
    return new Snapshot(List.of(maps), List.of(), elapsed);
  }

  private Screen screen() {
    return new Screen(out, true, false, new LiveLines(out, StandardCharsets.UTF_8, () -> size));
  }

  private String escaped() {
    return text().replace("\u001b", "ESC").replace("\r", "\\r");
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
