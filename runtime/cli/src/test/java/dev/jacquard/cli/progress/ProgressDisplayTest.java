package dev.jacquard.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jacquard.Failure;
import dev.jacquard.engine.Execution;
import dev.jacquard.engine.ExecutionEvent;
import dev.jacquard.engine.ExecutionListener;
import dev.jacquard.engine.ExecutionStatus;
import dev.jacquard.engine.MapProgress;
import dev.jacquard.engine.PoolProgress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProgressDisplayTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void mapsAndPoolsOfTheExecutionAreShown() {
    ProgressDisplay display = start(true);
    await().until(() -> text().contains("Detector    4 busy   1 idle   2 starting  37 waiting"));
    display.close();
    String shown = text();
    assertThat(shown).contains("1/3, 2 running").doesNotEndWith("waiting\n");
    display.close();
    assertThat(text()).as("closed again").isEqualTo(shown);
  }

  @Test
  void logIsToldOfTheFirstReplica() {
    ProgressDisplay display = start(false);
    await().until(() -> text().contains("] Detector: first replica made"));
    display.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void replicaThatCouldNotBeMadeIsTold(boolean terminal) {
    ProgressDisplay display = start(terminal);
    String line =
        "] Detector: a replica could not be made: java.lang.IllegalStateException: no model;"
            + " trying again in 2 s\n";
    await().until(() -> text().contains(line));
    display.close();
    assertThat(text()).containsOnlyOnce("a replica could not be made");
  }

  @Test
  void nothingIsShownWhereNothingIsAskedFor() {
    assertThat(ProgressDisplay.start(ProgressStyle.none, new Running(), List::of, screen(true)))
        .isEmpty();
  }

  private ProgressDisplay start(boolean terminal) {
    return ProgressDisplay.start(ProgressStyle.auto, new Running(), List::of, screen(terminal))
        .orElseThrow();
  }

  private Screen screen(boolean terminal) {
    LiveLines lines = new LiveLines(out, StandardCharsets.UTF_8, () -> TerminalSize.USUAL);
    return new Screen(out, terminal, false, lines);
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** An execution that stands still. */
  private record Running() implements Execution<String> {
    @Override
    public String id() {
      return "1";
    }

    @Override
    public String workflow() {
      return "shop.Shop.detect";
    }

    @Override
    public String await() {
      return "";
    }

    @Override
    public String await(Duration atMost) {
      return "";
    }

    @Override
    public ExecutionStatus status() {
      return ExecutionStatus.RUNNING;
    }

    @Override
    public List<MapProgress> progress() {
      return List.of(new MapProgress("flags", 3, 1, 2, 0));
    }

    @Override
    public List<PoolProgress> pools() {
      return List.of(new PoolProgress("shop.Detector", 2, 1, 4, 37));
    }

    @Override
    public void cancel() {}

    @Override
    public void onEvent(ExecutionListener listener) {
      listener.on(
          new ExecutionEvent.ReplicaFailed(
              Instant.EPOCH,
              "shop.Detector",
              1,
              Failure.of(new IllegalStateException("no model")),
              Optional.of(Duration.ofSeconds(2))));
    }
  }
}
