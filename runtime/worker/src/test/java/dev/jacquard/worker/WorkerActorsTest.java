package dev.jacquard.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.jacquard.ExecutionFailedException;
import dev.jacquard.engine.Execution;
import dev.jacquard.engine.WorkflowRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Replicas in real processes. */
@Timeout(120)
class WorkerActorsTest {

  private static final List<Integer> NUMBERS = IntStream.range(0, 200).boxed().toList();

  @TempDir Path folder;

  private String diary() {
    return folder.resolve("diary").toString();
  }

  private List<String> written() throws IOException {
    return Files.readAllLines(Path.of(diary()));
  }

  private static WorkflowRuntime workers() {
    return WorkerRuntime.workers(WorkersOptions.of(2).withLease(Duration.ofSeconds(3)));
  }

  @Test
  void replicasAreSpreadOverTheProcessesAndClosed() throws Exception {
    Set<Long> places;
    try (WorkflowRuntime runtime = workers()) {
      awaitBoth(runtime);
      places = new HashSet<>(runtime.run(ActorTrialsWorkflows.places(NUMBERS, diary())));
    }
    assertThat(places).hasSize(2).doesNotContain(ProcessHandle.current().pid());
    assertThat(made()).isEqualTo(4);
    assertThat(
            written().stream()
                .filter(line -> line.startsWith("closed"))
                .collect(Collectors.groupingBy(line -> line, Collectors.counting()))
                .values())
        .containsExactly(2L, 2L);
  }

  /** Replicas wait a little for workers, and no longer. */
  private static void awaitBoth(WorkflowRuntime runtime) {
    List<Integer> few = NUMBERS.subList(0, 40);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> Set.copyOf(runtime.run(TrialsWorkflows.processes(few))).size() == 2);
  }

  @Test
  void replicasAndStaticTasksWorkTogether() throws Exception {
    try (WorkflowRuntime runtime = workers()) {
      assertThat(runtime.run(ActorTrialsWorkflows.scores(NUMBERS, diary(), 3)))
          .isEqualTo(ActorTrials.scores(NUMBERS, diary(), 3));
    }
  }

  @Test
  void constructorsFailureIsTheWorkflows() {
    try (WorkflowRuntime runtime = workers()) {
      assertThatThrownBy(() -> runtime.run(ActorTrialsWorkflows.scores(NUMBERS, diary(), -1)))
          .isInstanceOfSatisfying(
              ExecutionFailedException.class,
              failed -> {
                assertThat(failed.failure().className())
                    .isEqualTo(IllegalArgumentException.class.getName());
                assertThat(failed.failure().message()).isEqualTo("negative: -1");
                assertThat(failed.getCause().getStackTrace()[0].getClassName())
                    .isEqualTo(Scorer.class.getName());
              });
    }
  }

  @Test
  void lostReplicasAreMadeAgainAndTheirCallsCarriedOut() throws Exception {
    List<Integer> numbers = IntStream.range(0, 6000).boxed().toList();
    try (WorkflowRuntime runtime = workers()) {
      Execution<List<Integer>> execution =
          runtime.start(ActorTrialsWorkflows.slowScores(numbers, diary()));
      awaitMade(4);
      for (int kills = 0; kills < 2; kills++) {
        long before = made();
        ProcessHandle.of(pidOfLastMade()).orElseThrow().destroyForcibly();
        awaitMade(before + 1);
      }
      assertThat(execution.await(Duration.ofSeconds(60)))
          .isEqualTo(numbers.stream().map(number -> 3 * number).toList());
    }
  }

  private long made() throws IOException {
    return written().stream().filter(line -> line.startsWith("made")).count();
  }

  private void awaitMade(long count) throws Exception {
    while (!Files.exists(Path.of(diary())) || made() < count) {
      Thread.sleep(5);
    }
  }

  private long pidOfLastMade() throws IOException {
    List<String> lines = written();
    return Long.parseLong(lines.get(lines.size() - 1).substring("made ".length()));
  }
}
