package dev.jacquard.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacquard.engine.Execution;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.kubernetes.pool.Patience;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a map some of whose pods are taken away, on a real cluster. */
@Tag("cluster")
@Timeout(300)
final class DisruptionClusterTest {

  private static final Patience SHORT = Patience.of(Duration.ofSeconds(3));

  private Bench bench;

  @BeforeEach
  void begin() {
    bench = Bench.required();
  }

  @AfterEach
  void end() {
    if (bench != null) {
      bench.close();
    }
  }

  @Test
  void podsThatAreDeletedWhileAMapRunsAreReplaced() throws Exception {
    try (WorkflowRuntime runtime = bench.open(bench.options())) {
      Execution<List<Integer>> execution = bench.start(runtime, 60, 300);
      for (int lost = 1; lost <= 2; lost++) {
        int victim = 10 * lost - 4;
        bench.untilBegun(10 * lost);
        Bench.until("the victim has begun", () -> bench.tally().times(victim) > 0);
        bench.delete(bench.tally().pod(victim));
      }
      bench.assertRight(execution, 60, 2 + Bench.CUT_OFF);
    }
  }

  @Test
  void podsThatAreEvictedAreNeverCounted() throws Exception {
    fourPodsAreTakenAway(bench::evict);
  }

  @Test
  void podsThatAreDeletedByHandAreNeverCounted() throws Exception {
    fourPodsAreTakenAway(bench::delete);
  }

  /** A call that had taken three pods down by itself would fail. */
  private void fourPodsAreTakenAway(Consumer<String> takeAway) throws Exception {
    bench.tally().hold(0);
    try (WorkflowRuntime runtime = bench.open(bench.options().mostPods(1))) {
      Execution<List<Integer>> execution = bench.start(runtime, 1, 0);
      bench.untilBegun(1);
      for (int lost = 1; lost <= 4; lost++) {
        int before = bench.tally().all();
        takeAway.accept(bench.tally().pod(0));
        bench.untilBegun(before + 1);
      }
      bench.tally().release();
      bench.assertRight(execution, 1, 4 + Bench.CUT_OFF);
    }
  }

  @Test
  void containerThatIsKilledForItsMemoryIsReplacedAndTheOthersGoOn() throws Exception {
    try (WorkflowRuntime runtime = bench.open(bench.options())) {
      Execution<List<Integer>> execution =
          runtime.start(
              FaultTrialsWorkflows.oneIsHungry(Bench.numbers(20), 7, bench.tally().address()));
      bench.assertRight(execution, 20, 1 + Bench.CUT_OFF);
      assertThat(bench.tally().times(7)).isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void quotaThatIsUsedUpInTheMiddleSlowsTheRunDown() throws Exception {
    try (WorkflowRuntime runtime = bench.open(bench.options())) {
      bench.tally().hold(0);
      Execution<List<Integer>> execution = bench.start(runtime, 60, 200);
      bench.untilBegun(20);
      bench.cluster().quota("1");
      String survivor = bench.tally().pod(0);
      bench.pods().stream()
          .map(pod -> pod.getMetadata().getName())
          .filter(pod -> !pod.equals(survivor))
          .forEach(bench::delete);
      Bench.until("a pod is refused", () -> bench.news().contains("exceeded quota: few"));
      bench.tally().release();
      bench.assertRight(execution, 60, 2 + Bench.CUT_OFF);
    }
  }

  @Test
  void quotaThatIsUsedUpWhenTheLastPodGoesFailsTheRun() throws Exception {
    try (WorkflowRuntime runtime = bench.open(bench.options().mostPods(1).patience(SHORT))) {
      bench.tally().hold(0);
      Execution<List<Integer>> execution = bench.start(runtime, 3, 0);
      bench.untilBegun(1);
      bench.cluster().quota("0");
      bench.delete(bench.tally().pod(0));
      assertThatThrownBy(execution::await)
          .rootCause()
          .hasMessageContaining("The cluster refuses its pods: ")
          .hasMessageContaining("exceeded quota: few");
    }
  }
}
