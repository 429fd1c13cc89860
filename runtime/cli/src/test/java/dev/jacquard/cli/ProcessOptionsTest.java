package dev.jacquard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.cli.Command.Outcome;
import dev.jacquard.worker.WorkersOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class ProcessOptionsTest {

  @TempDir Path folder;
  private Path shop;

  @BeforeEach
  void packShop() {
    shop = ShopCode.in(folder);
  }

  @Test
  void workerProcessesAnswerAsThisOneDoes() {
    Outcome outcome =
        run("--backend workers --workers 1 --worker-slots 2 --worker-option=-Xmx64m --lease 30s");
    assertThat(outcome.out()).isEqualTo("\"paged 5\"\n");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).contains("[worker 1] paging about 5");
  }

  @Test
  void workersAreAsTheOptionsSay() {
    WorkersOptions workers =
        parse(
            "--workers=3",
            "--worker-slots=4",
            "--worker-option=-Xmx64m",
            "--worker-option",
            "-Da=b c",
            "--lease=500ms",
            "--offload-above=4Mi");
    assertThat(workers.processes()).isEqualTo(3);
    assertThat(workers.slots()).isEqualTo(4);
    assertThat(workers.jvmOptions()).containsExactly("-Xmx64m", "-Da=b c");
    assertThat(workers.lease()).isEqualTo(Duration.ofMillis(500));
    assertThat(workers.offloadAbove()).isEqualTo(4 << 20);
    assertThat(parse("--offload-above=never").offloadAbove()).isEqualTo(WorkersOptions.NEVER);
  }

  @Test
  void workersAreAsManyAsTheProcessorsUnlessToldOtherwise() {
    WorkersOptions workers = parse();
    assertThat(workers.processes()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(workers.slots()).isEqualTo(1);
    assertThat(workers.jvmOptions()).isEmpty();
    assertThat(workers.lease()).isEqualTo(Duration.ofSeconds(10));
    assertThat(workers.offloadAbove()).isEqualTo(1 << 20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--workers 2",
        "--worker-slots 2",
        "--worker-option -ea",
        "--lease 5s",
        "--offload-above 4Mi"
      })
  void optionsOfWorkersAreRefusedWhereThereAreNone(String words) {
    String option = words.substring(0, words.indexOf(' '));
    String message =
        "jacquard: " + option + " must be given with --backend workers or kubernetes alone.\n";
    assertThat(run(words)).isEqualTo(new Outcome(2, "", message));
    assertThat(run("--backend local " + words)).isEqualTo(new Outcome(2, "", message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--workers 0           | --workers must be 1 or more; found 0.",
        "--workers many        | Invalid value for option '--workers': 'many' is not an int",
        "--worker-slots -1     | --worker-slots must be 1 or more; found -1.",
        "--lease 99ms          | --lease must be a duration of 100ms or more, such as 10s; found"
            + " 99ms.",
        "--lease soon          | --lease must be a duration of 100ms or more, such as 10s; found"
            + " soon.",
        "--offload-above 0      | --offload-above must be a number of bytes, such as 500k or 4Mi,",
        "--offload-above 500m   | --offload-above must be a number of bytes, such as 500k or 4Mi,",
        "--offload-above much   | or never; found much.",
        "--worker-option -Xfoo | --worker-option must be an option that java takes, such as"
            + " -Xmx512m; found -Xfoo:",
        "--worker-option Xmx1g | Could not find or load main class Xmx1g",
        "--parallelism 2       | --parallelism must be left to --workers and --worker-slots",
      })
  void badValuesAreRefusedBeforeAnythingRuns(String words, String message) {
    Outcome outcome = run("--backend workers " + words);
    assertThat(outcome.err()).startsWith("jacquard: ").contains(message);
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void javaThatWaitsForADebuggerIsNotWaitedFor() {
    assertThat(
            JavaOptions.objection(
                List.of("-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=0")))
        .isEmpty();
  }

  private static WorkersOptions parse(String... words) {
    ProcessOptions options = new ProcessOptions();
    new CommandLine(new Holder(options)).parseArgs(words);
    options.check(BackendName.WORKERS, false);
    return options.workers(false);
  }

  private Outcome run(String options) {
    List<Object> words = new ArrayList<>(List.of("run", "--jar", shop));
    words.addAll(List.of(options.split(" ")));
    words.add("detectAnomalies");
    return new Command().run(words.toArray());
  }

  @CommandLine.Command
  private record Holder(@CommandLine.Mixin ProcessOptions options) {}
}
