package dev.jacquard.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jacquard.engine.Execution;
import dev.jacquard.engine.LocalOptions;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.kubernetes.cluster.Cluster;
import dev.jacquard.kubernetes.pool.PoolPods;
import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.policy.v1.EvictionBuilder;
import io.fabric8.kubernetes.client.dsl.PodResource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** A namespace, an engine here, and what its pods have told of their elements. */
final class Bench implements AutoCloseable {

  static final int PODS = 3;

  private static final Duration LONG = Duration.ofMinutes(2);

  /** Pods that come and go may cut the others off from the engine for longer than a lease. */
  static final int CUT_OFF = PODS;

  private final TestCluster cluster;
  private final Tally tally = Tally.open();
  private final List<List<PoolPods>> news = new CopyOnWriteArrayList<>();
  private Cluster engine;

  private Bench(TestCluster cluster) {
    this.cluster = cluster;
  }

  /** Skips the test where there is no cluster. */
  static Bench required() {
    return new Bench(TestCluster.required());
  }

  TestCluster cluster() {
    return cluster;
  }

  Tally tally() {
    return tally;
  }

  KubernetesOptionsBuilder options() throws Exception {
    return cluster
        .options()
        .mostPods(PODS)
        .classPath(ClassPath.of(List.of(WorkerImage.location(FaultTrials.class))))
        .news(news::add)
        .engine(LocalOptions.defaults().withGrace(Duration.ofSeconds(2)));
  }

  WorkflowRuntime open(KubernetesOptionsBuilder builder) {
    KubernetesOptions options = builder.build();
    engine = Cluster.open(options.context(), options.namespace());
    return KubernetesRuntime.open(options, engine);
  }

  /** Starts a map over 0 to {@code count - 1}, each of which takes its time. */
  Execution<List<Integer>> start(WorkflowRuntime runtime, int count, int millis) {
    return runtime.start(FaultTrialsWorkflows.elements(numbers(count), millis, tally.address()));
  }

  static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  /** What the engine has asked the API server. */
  Map<String, Integer> requests() {
    return engine.requests().counts();
  }

  /** All that has been heard of pods. */
  String news() {
    return news.toString();
  }

  List<Pod> pods() {
    return cluster.client().pods().inNamespace(cluster.namespace()).list().getItems();
  }

  PodResource pod(String name) {
    return cluster.client().pods().inNamespace(cluster.namespace()).withName(name);
  }

  /** Deletes it at once, whether or not the node answers. */
  void delete(String pod) {
    pod(pod).withGracePeriod(0).delete();
  }

  /** Has it evicted, as when a node is drained. */
  void evict(String pod) {
    pod(pod)
        .evict(
            new EvictionBuilder()
                .withNewMetadata()
                .withName(pod)
                .withNamespace(cluster.namespace())
                .endMetadata()
                .withDeleteOptions(new DeleteOptionsBuilder().withGracePeriodSeconds(1L).build())
                .build());
  }

  /** A share of the node's processors. */
  Quantity processors(double share) {
    double there =
        cluster.client().nodes().list().getItems().stream()
            .mapToDouble(
                node ->
                    Quantity.getAmountInBytes(node.getStatus().getAllocatable().get("cpu"))
                        .doubleValue())
            .max()
            .orElseThrow();
    return Quantity.parse((int) (there * 1000 * share) + "m");
  }

  static void until(String what, Callable<Boolean> condition) {
    await(what).atMost(LONG).ignoreExceptions().until(condition);
  }

  /** Waits until so many elements have begun. */
  void untilBegun(int count) {
    until(count + " elements have begun", () -> tally.all() >= count);
  }

  /** The right values, and no element begun more often than lost pods can explain. */
  void assertRight(Execution<List<Integer>> execution, int count, int lost) throws Exception {
    assertThat(execution.await(LONG)).isEqualTo(numbers(count));
    assertThat(tally.all()).as("elements begun").isBetween(count, count + lost);
  }

  @Override
  public void close() {
    try {
      cluster.assertNothingLeft();
    } finally {
      tally.close();
      cluster.close();
    }
  }
}
