package dev.jacquard.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.MapProgress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProgressViewTest {

  private static final Duration TIME = Duration.ofSeconds(67);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void plainLineSaysWhatHasChanged() {
    PlainProgress view = new PlainProgress(out);
    MapProgress pages = new MapProgress("pages", 10, 10, 0, 0);
    view.show(List.of(new MapProgress("flags", 1000, 312, 10, 2), pages), TIME);
    view.show(List.of(new MapProgress("flags", 1000, 312, 10, 2), pages), TIME.plusSeconds(1));
    view.finish(List.of(new MapProgress("flags", 1000, 1000, 0, 3), pages), TIME.plusSeconds(3600));
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
    view.finish(List.of(new MapProgress("flags", 10, 10, 0, 0)), TIME);
    assertThat(text()).isEmpty();
  }

  @Test
  void barsAreDrawnOverTheOnesBefore() {
    BarProgress view = new BarProgress(new Screen(out, true, false, () -> 72));
    view.show(List.of(new MapProgress("flags", 1000, 450, 10, 0)), TIME);
    view.finish(
        List.of(
            new MapProgress("flags", 1000, 1000, 0, 0), new MapProgress("flags/words", 4, 1, 1, 0)),
        TIME);
    assertThat(text().replace("\u001b", "ESC"))
        .isEqualTo(
            """
            \rESC[2Kflags     ############---------------  45%  450/1,000, 10 running  1:07
            ESC[1A\rESC[2Kflags        ################################## 100%  1,000/1,000  1:07
            \rESC[2Kflags/words  #######------------------------  25%  1/4, 1 running  1:07
            """);
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

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
