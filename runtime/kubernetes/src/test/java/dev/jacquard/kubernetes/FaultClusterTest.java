package dev.jacquard.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacquard.engine.Execution;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.kubernetes.pool.Patience;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a map while the cluster's own parts fail; nobody else may use it meanwhile. */
@Tag("cluster")
@Tag("cluster-faults")
@Timeout(300)
final class FaultClusterTest {

  private Bench bench;
  private TestNode node;

  @BeforeEach
  void begin() {
    Daemons.required();
    bench = Bench.required();
    node = new TestNode(bench.cluster());
  }

  @AfterEach
  void end() {
    if (bench != null) {
      try {
        Daemons.mend();
        node.uncordon();
        node.untilReady();
      } finally {
        bench.close();
      }
    }
  }

  @Test
  void watchesThatAreCutGoOnWhereTheyWere() throws Exception {
    bench.tally().hold(0);
    try (WorkflowRuntime runtime = bench.open(bench.options())) {
      Execution<List<Integer>> execution = bench.start(runtime, 90, 200);
      bench.untilBegun(10);
      Daemons.fault("restart-apiserver");
      Daemons.fault("kill-apiserver");
      bench.untilBegun(Math.min(80, bench.tally().all() + 10));
      Daemons.fault("start-apiserver");
      assertThat(bench.tally().most()).as("nothing was lost so far").isEqualTo(1);
      String lost = bench.tally().pod(0);
      bench.delete(lost);
      Bench.until("the lost element begins again", () -> bench.tally().times(0) >= 2);
      bench.tally().release();
      bench.assertRight(execution, 90, 1 + Bench.CUT_OFF);
    }
  }

  @Test
  void podsAreAskedForAgainUntilTheApiServerIsBack() throws Exception {
    try (WorkflowRuntime runtime = bench.open(bench.options())) {
      Daemons.fault("stop-apiserver");
      Execution<List<Integer>> execution = bench.start(runtime, 6, 0);
      Bench.until("it is asked again", () -> bench.requests().getOrDefault("PATCH secrets", 0) > 3);
      Daemons.fault("start-apiserver");
      bench.assertRight(execution, 6, 0);
    }
  }

  @Test
  void apiServerThatStaysAwayFailsTheRun() throws Exception {
    Patience patience = Patience.of(Duration.ofSeconds(3));
    try (WorkflowRuntime runtime = bench.open(bench.options().patience(patience))) {
      Daemons.fault("stop-apiserver");
      Execution<List<Integer>> execution = bench.start(runtime, 6, 0);
      assertThatThrownBy(execution::await)
          .rootCause()
          .hasMessageContaining("The API server must answer for its pods to be made; found: ")
          .hasMessageContaining("java.net.ConnectException");
    }
  }

  @Test
  void podsComeLateIfNobodyMakesOrPlacesThem() throws Exception {
    Daemons.fault("stop-controller-manager");
    Daemons.fault("stop-scheduler");
    try (WorkflowRuntime runtime = bench.open(bench.options())) {
      Execution<List<Integer>> execution = bench.start(runtime, 60, 100);
      Bench.until("there is a Job", () -> bench.cluster().left().toString().contains("Job "));
      Daemons.fault("start-controller-manager");
      Bench.until("there are pods", () -> !bench.pods().isEmpty());
      Daemons.fault("start-scheduler");
      bench.untilBegun(10);
      Daemons.fault("restart-controller-manager");
      Daemons.fault("restart-scheduler");
      bench.assertRight(execution, 60, 0);
    }
  }

  @Test
  void elementsGoOnWhileTheClusterStandsStill() throws Exception {
    try (WorkflowRuntime runtime = bench.open(bench.options())) {
      Execution<List<Integer>> execution = bench.start(runtime, 100, 250);
      bench.untilBegun(10);
      Daemons.fault("freeze-etcd");
      bench.untilBegun(75); // five seconds for three pods
      Daemons.fault("thaw-etcd");
      Bench.until("the API server answers", () -> !bench.pods().isEmpty());
      bench.assertRight(execution, 100, 0);
    }
  }

  @Test
  void podsRunOnWhileTheirNodeIsSilent() throws Exception {
    bench.tally().hold(0);
    try (WorkflowRuntime runtime = bench.open(bench.options())) {
      Execution<List<Integer>> execution = bench.start(runtime, 60, 200);
      bench.untilBegun(10);
      Daemons.fault("stop-kubelet");
      node.untilSilent();
      bench.tally().release();
      bench.assertRight(execution, 60, 0);
      Daemons.fault("start-kubelet");
    }
  }

  @Test
  void podsOfALostNodeThatAreDeletedByForceAreReplacedWhenItIsBack() throws Exception {
    bench.tally().hold(0, 1, 2);
    try (WorkflowRuntime runtime = bench.open(bench.options())) {
      Execution<List<Integer>> execution = bench.start(runtime, 30, 100);
      bench.untilBegun(3);
      Daemons.fault("stop-kubelet");
      node.untilSilent();
      bench.pods().forEach(pod -> bench.delete(pod.getMetadata().getName()));
      Bench.until("new pods find no node", () -> bench.news().contains("untolerated taint"));
      bench.tally().release();
      Daemons.fault("start-kubelet");
      bench.assertRight(execution, 30, 3 + Bench.CUT_OFF);
      assertThat(bench.tally().most()).isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void podsThatAreEvictedFromALostNodeAreReplacedWhenItIsBack() throws Exception {
    bench.tally().hold(0, 1, 2);
    try (WorkflowRuntime runtime = bench.open(bench.options())) {
      Execution<List<Integer>> execution = bench.start(runtime, 30, 100);
      bench.untilBegun(3);
      Daemons.fault("stop-kubelet");
      node.untilSilent();
      bench.pods().forEach(pod -> bench.evict(pod.getMetadata().getName()));
      Bench.until("new pods find no node", () -> bench.news().contains("untolerated taint"));
      Daemons.fault("start-kubelet");
      Bench.until("lost elements begin again", () -> bench.tally().most() >= 2);
      bench.tally().release();
      bench.assertRight(execution, 30, 3 + Bench.CUT_OFF);
    }
  }

  @Test
  void nodeThatTakesNothingFailsTheRunWithTheSchedulersWords() throws Exception {
    node.cordon();
    Patience patience = Patience.of(Duration.ofSeconds(3));
    try (WorkflowRuntime runtime = bench.open(bench.options().patience(patience))) {
      Execution<List<Integer>> execution = bench.start(runtime, 3, 0);
      assertThatThrownBy(execution::await)
          .rootCause()
          .hasMessageContaining("The scheduler finds no node for its pods: ")
          .hasMessageContaining("unschedulable");
    }
  }

  @Test
  void nodeThatTakesPodsAgainInTimeGoesOnWithTheRun() throws Exception {
    node.cordon();
    try (WorkflowRuntime runtime = bench.open(bench.options())) {
      Execution<List<Integer>> execution = bench.start(runtime, 3, 0);
      Bench.until("pods find no node", () -> bench.news().contains("unschedulable: 0/1 nodes"));
      node.uncordon();
      bench.assertRight(execution, 3, 0);
    }
  }

  @Test
  void podsThatMakeRoomForMoreImportantOnesAreNeverCounted() throws Exception {
    bench.tally().hold(0);
    KubernetesOptionsBuilder options =
        bench.options().mostPods(1).shape(TestNode.asking(bench.processors(0.6)));
    try (WorkflowRuntime runtime = bench.open(options)) {
      Execution<List<Integer>> execution = bench.start(runtime, 1, 0);
      bench.untilBegun(1);
      for (int lost = 1; lost <= 3; lost++) {
        int before = bench.tally().all();
        node.runImportant(bench.processors(0.6));
        bench.untilBegun(before + 1);
      }
      bench.tally().release();
      bench.assertRight(execution, 1, 3 + Bench.CUT_OFF);
    }
  }
}
