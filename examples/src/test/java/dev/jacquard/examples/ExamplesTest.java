package dev.jacquard.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.LocalOptions;
import dev.jacquard.engine.WorkflowRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plain Java and graph give the same answer, in value, in failure and in what they leave in the
 * world.
 */
final class ExamplesTest {

  private static final int TRIALS = 80;

  @TempDir static Path folder;

  private static WorkflowRuntime runtime;

  @BeforeAll
  static void open() {
    runtime = WorkflowRuntime.local(LocalOptions.defaults().withStrict(true));
  }

  @AfterAll
  static void close() {
    runtime.close();
  }

  static List<Example> examples() {
    return Stream.of(
            ControlExamples.examples(),
            MapExamples.examples(),
            ValueExamples.examples(),
            ActorExamples.examples(),
            new ProgramExamples(folder).examples())
        .flatMap(Function.identity())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void plainJavaAndGraphAgree(Example example) {
    int failures = 0;
    for (int seed = 0; seed < TRIALS; seed++) {
      Trial trial = example.trial().apply(new Inputs(seed, 1 + seed / 4));
      Verdict plain = Verdict.ofPlain(trial);
      Verdict graph = Verdict.ofGraph(trial, runtime);
      assertThat(graph).as("seed %d: %s", seed, trial.graph()).isEqualTo(plain);
      failures += plain.failed() ? 1 : 0;
    }
    assertThat(failures).as("failing inputs of %d", TRIALS).isBetween(1, TRIALS - 1);
  }

  @Test
  void everyWorkflowIsInTheTable() throws IOException {
    Path specs = Path.of("target", "classes", "META-INF", "jacquard");
    try (Stream<Path> files = Files.list(specs)) {
      List<String> compiled =
          files.map(file -> file.getFileName().toString().replaceFirst("\\.pb$", "")).toList();
      assertThat(examples().stream().map(Example::workflow))
          .containsExactlyInAnyOrderElementsOf(compiled);
    }
  }
}
