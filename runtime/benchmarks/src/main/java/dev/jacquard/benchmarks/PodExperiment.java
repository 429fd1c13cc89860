package dev.jacquard.benchmarks;

import dev.jacquard.WorkflowCall;
import dev.jacquard.benchmarks.anomalies.AnomaliesWorkflows;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.kubernetes.KubernetesRuntime;
import dev.jacquard.kubernetes.cluster.Cluster;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Carries out the same maps in each way, each from a namespace without pods. */
final class PodExperiment {

  private static final int THRESHOLD = 500;
  private static final int REPLICAS = 10;
  private static final int WARM_UPS = 5;
  private static final int MOST_TRIES = 20;

  private final BenchmarkCluster cluster;
  private final Figures figures = new Figures();

  PodExperiment(BenchmarkCluster cluster) {
    this.cluster = cluster;
  }

  Figures run() throws Exception {
    warm(); // first, so that no way below pays for an engine whose code is cold
    for (int round = 0; round < Way.COLD.rounds(); round++) {
      for (int elements : Figures.ELEMENTS) {
        for (Way way : List.of(Way.POOLED, Way.COLD, Way.ISOLATED, Way.JOB)) {
          if (round < way.rounds()) {
            note(way, elements, way == Way.JOB ? job(elements) : fromNothing(way, elements));
          }
        }
      }
    }
    return figures;
  }

  private void note(Way way, int elements, Trial trial) {
    figures.add(way, elements, trial);
    System.err.printf(
        Locale.ROOT,
        "%s, %d: %.3f s, %d pods, %s%n",
        way.title(),
        elements,
        trial.millis() / 1000,
        trial.pods(),
        trial.requestsByKind());
  }

  private static WorkflowCall<List<Boolean>> call(Way way, int elements) {
    List<Integer> points = IntStream.range(0, elements).map(i -> i * 31 % 1000).boxed().toList();
    return switch (way) {
      case ISOLATED -> AnomaliesWorkflows.isolated(points, THRESHOLD);
      case POOLED -> AnomaliesWorkflows.pooled(points, THRESHOLD);
      default -> AnomaliesWorkflows.warm(points, THRESHOLD);
    };
  }

  /** From the opening of a runtime to the answer; pods and requests until all is gone. */
  private Trial fromNothing(Way way, int elements) throws Exception {
    int podsBefore = cluster.census().everSeen();
    Cluster namespace = cluster.open();
    long start = System.nanoTime();
    double millis;
    try (WorkflowRuntime runtime = KubernetesRuntime.open(cluster.options(), namespace)) {
      check(runtime.run(call(way, elements)), elements);
      millis = (System.nanoTime() - start) / 1e6;
    }
    cluster.census().awaitNone();
    int pods = cluster.census().everSeen() - podsBefore;
    return new Trial(millis, pods, namespace.requests().counts());
  }

  private static void check(List<Boolean> flags, int elements) {
    if (flags.size() != elements) {
      throw new IllegalStateException("A map must answer for each of its elements.");
    }
  }

  private Trial job(int elements) throws Exception {
    int podsBefore = cluster.census().everSeen();
    BareJob job = new BareJob();
    try (Cluster namespace = cluster.open()) {
      long start = System.nanoTime();
      job.run(namespace, elements);
      double millis = (System.nanoTime() - start) / 1e6;
      job.delete(namespace);
      cluster.census().awaitNone();
      int pods = cluster.census().everSeen() - podsBefore;
      return new Trial(millis, pods, namespace.requests().counts());
    }
  }

  /** On replicas that are there: from the start of the execution to the answer. */
  private void warm() throws Exception {
    Cluster namespace = cluster.open();
    try (WorkflowRuntime runtime = KubernetesRuntime.open(cluster.options(), namespace)) {
      fill(runtime);
      for (int round = -WARM_UPS; round < Way.WARM.rounds(); round++) {
        for (int elements : Figures.ELEMENTS) {
          Trial trial = warm(runtime, namespace, elements);
          if (round >= 0) {
            note(Way.WARM, elements, trial);
          }
        }
      }
    }
    cluster.census().awaitNone();
  }

  private Trial warm(WorkflowRuntime runtime, Cluster namespace, int elements) {
    int podsBefore = cluster.census().everSeen();
    Map<String, Integer> before = namespace.requests().counts();
    long start = System.nanoTime();
    check(runtime.run(call(Way.WARM, elements)), elements);
    double millis = (System.nanoTime() - start) / 1e6;
    Map<String, Integer> sent = new TreeMap<>(namespace.requests().counts());
    before.forEach((kind, count) -> sent.merge(kind, -count, Integer::sum));
    sent.values().removeIf(count -> count == 0);
    return new Trial(millis, cluster.census().everSeen() - podsBefore, sent);
  }

  /** Keeps the actor busy until it has all its replicas. */
  private static void fill(WorkflowRuntime runtime) {
    List<Integer> millis = Collections.nCopies(10 * REPLICAS, 200);
    for (int i = 0; i < MOST_TRIES; i++) {
      List<String> pods = runtime.run(AnomaliesWorkflows.busy(millis, THRESHOLD));
      if (new HashSet<>(pods).size() == REPLICAS) {
        return;
      }
    }
    throw new IllegalStateException("The actor must come to have " + REPLICAS + " replicas.");
  }
}
