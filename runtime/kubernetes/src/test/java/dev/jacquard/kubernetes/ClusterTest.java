package dev.jacquard.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.jacquard.engine.LocalOptions;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.examples.AnomalyDetection;
import dev.jacquard.examples.AnomalyDetectionWorkflows;
import dev.jacquard.kubernetes.cluster.Cluster;
import dev.jacquard.kubernetes.pool.Patience;
import dev.jacquard.kubernetes.pool.PoolPods;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs on a real cluster. */
@Tag("cluster")
@Timeout(300)
class ClusterTest {

  private static final Duration LONG = Duration.ofMinutes(2);

  private TestCluster test;
  private Cluster cluster;
  private final List<List<PoolPods>> news = new CopyOnWriteArrayList<>();

  @BeforeEach
  void begin() {
    test = TestCluster.required();
  }

  @AfterEach
  void end() {
    if (test != null) {
      try (TestCluster ended = test) {
        ended.assertNothingLeft();
      }
    }
  }

  private KubernetesOptionsBuilder options() throws Exception {
    return test.options()
        .mostPods(3)
        .classPath(
            ClassPath.of(
                List.of(
                    WorkerImage.location(AnomalyDetection.class),
                    WorkerImage.location(PodTrials.class))))
        .news(news::add)
        .engine(LocalOptions.defaults().withGrace(Duration.ofSeconds(2)));
  }

  private WorkflowRuntime open(KubernetesOptionsBuilder builder) {
    KubernetesOptions options = builder.build();
    cluster = Cluster.open(options.context(), options.namespace());
    return KubernetesRuntime.open(options, cluster);
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private List<Pod> pods() {
    return test.client().pods().inNamespace(test.namespace()).list().getItems();
  }

  @Test
  void anomaliesAreFoundWithAndWithoutTheActor() throws Exception {
    try (WorkflowRuntime runtime = open(options())) {
      assertThat(runtime.run(AnomalyDetectionWorkflows.detectAnomalies(numbers(100), 11)))
          .isEqualTo("paged: 88 anomalies");
      assertThat(runtime.run(AnomalyDetectionWorkflows.detectWarm(numbers(20), "above-11")))
          .isEqualTo(numbers(20).stream().map(n -> n > 11).toList());
    }
  }

  @Test
  void elementsOnWarmPodsCostNoRequests() throws Exception {
    try (WorkflowRuntime runtime = open(options())) {
      runtime.run(PodTrialsWorkflows.pods(numbers(9), 500));
      int before = cluster.requests().all();
      assertThat(runtime.run(PodTrialsWorkflows.doubles(numbers(10_000)))).hasSize(10_000);
      assertThat(cluster.requests().all() - before).isLessThanOrEqualTo(3);
    }
  }

  @Test
  void isolatedCallsHaveAPodEach() throws Exception {
    try (WorkflowRuntime runtime = open(options())) {
      assertThat(new HashSet<>(runtime.run(PodTrialsWorkflows.alone(numbers(6))))).hasSize(6);
    }
  }

  @Test
  void podsLeaveWhenThereIsNothingToDoAndComeAgain() throws Exception {
    try (WorkflowRuntime runtime = open(options().idle(Duration.ofSeconds(1)))) {
      assertThat(runtime.run(PodTrialsWorkflows.doubles(numbers(5)))).hasSize(5);
      await()
          .atMost(LONG)
          .until(() -> pods().stream().allMatch(p -> p.getStatus().getPhase().equals("Succeeded")));
      assertThat(runtime.run(PodTrialsWorkflows.doubles(numbers(5)))).hasSize(5);
    }
  }

  @Test
  void callThatUsesTooMuchMemoryFailsWithKubernetesWord() throws Exception {
    try (WorkflowRuntime runtime = open(options())) {
      assertThatThrownBy(() -> runtime.run(PodTrialsWorkflows.hogs(1)))
          .rootCause()
          .hasMessageContaining("hog")
          .hasMessageContaining("OOMKilled")
          .hasMessageContaining("200Mi");
    }
  }

  @Test
  void imageThatDoesNotExistFailsTheRun() throws Exception {
    Patience short0 = Patience.of(Duration.ofSeconds(3));
    try (WorkflowRuntime runtime = open(options().patience(short0))) {
      assertThatThrownBy(() -> runtime.run(PodTrialsWorkflows.noImage(1)))
          .rootCause()
          .hasMessageContaining("The image jacquard.test/nowhere:1 of its pods cannot be had");
    }
  }

  @Test
  void podsThatFitNowhereFailTheRunWithTheSchedulersWords() throws Exception {
    Patience short0 = Patience.of(Duration.ofSeconds(3));
    try (WorkflowRuntime runtime = open(options().patience(short0))) {
      assertThatThrownBy(() -> runtime.run(PodTrialsWorkflows.tooMuch(1)))
          .rootCause()
          .hasMessageContaining("Insufficient cpu");
    }
    assertThat(news.toString()).contains("unschedulable: 0/1 nodes");
  }

  @Test
  void quotaOfNoPodsFailsTheRun() throws Exception {
    test.quota("0");
    Patience short0 = Patience.of(Duration.ofSeconds(3));
    try (WorkflowRuntime runtime = open(options().patience(short0))) {
      assertThatThrownBy(() -> runtime.run(PodTrialsWorkflows.doubles(numbers(3))))
          .rootCause()
          .hasMessageContaining("exceeded quota: few");
    }
  }

  @Test
  void quotaOfFewPodsSlowsTheRunDown() throws Exception {
    test.quota("1");
    try (WorkflowRuntime runtime = open(options())) {
      assertThat(runtime.run(PodTrialsWorkflows.pods(numbers(9), 50))).hasSize(9);
    }
    assertThat(news.toString()).contains("refused: ").contains("exceeded quota: few");
  }

  @Test
  void secretsAndVariablesAreThePods() throws Exception {
    test.client()
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName("db-password")
                .withNamespace(test.namespace())
                .endMetadata()
                .withStringData(Map.of("DB_PASSWORD", "sesame"))
                .build())
        .create();
    try (WorkflowRuntime runtime = open(options())) {
      assertThat(runtime.run(PodTrialsWorkflows.secret(1))).isEqualTo("blue sesame");
    }
  }
}
