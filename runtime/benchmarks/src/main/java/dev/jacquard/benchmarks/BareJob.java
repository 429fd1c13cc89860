package dev.jacquard.benchmarks;

import dev.jacquard.kubernetes.cluster.Cluster;
import dev.jacquard.kubernetes.manifest.RunNames;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What Kubernetes does by itself: an Indexed Job whose pods start a JVM and end. */
final class BareJob {

  private static final long LONGEST_MINUTES = 15;
  private static final String POOL = "bare";

  private final RunNames names = RunNames.fresh();
  private final CompletableFuture<String> end = new CompletableFuture<>();

  /** Runs so many pods, ten at once, to their end. */
  void run(Cluster cluster, int pods) throws Exception {
    cluster.watch(names, new Deaf<Pod>(), new Ends(), new Deaf<Event>());
    cluster.apply(job(pods));
    String how = end.get(LONGEST_MINUTES, TimeUnit.MINUTES);
    if (!how.equals("Complete")) {
      throw new IllegalStateException("A bare Job must be complete; found it " + how + ".");
    }
  }

  void delete(Cluster cluster) {
    cluster.deleteAll(names);
  }

  private Job job(int pods) {
    return new JobBuilder()
        .withNewMetadata()
        .withName(names.job(POOL, 1))
        .withLabels(names.labels(POOL))
        .endMetadata()
        .withNewSpec()
        .withCompletionMode("Indexed")
        .withCompletions(pods)
        .withParallelism(10)
        .withBackoffLimitPerIndex(0)
        .withNewTemplate()
        .withNewMetadata()
        .withLabels(names.labels(POOL))
        .endMetadata()
        .withNewSpec()
        .withRestartPolicy("Never")
        .withAutomountServiceAccountToken(false)
        .addNewContainer()
        .withName("jvm")
        .withImage(BenchmarkCluster.image())
        .withArgs("--version")
        .withNewResources()
        .withRequests(Map.of("cpu", Quantity.parse("50m"), "memory", Quantity.parse("256Mi")))
        .withLimits(Map.of("memory", Quantity.parse("256Mi")))
        .endResources()
        .endContainer()
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }

  /** Hears when the Job has ended, and how. */
  private final class Ends extends Deaf<Job> {
    @Override
    public void onUpdate(Job before, Job job) {
      job.getStatus().getConditions().stream()
          .filter(each -> each.getStatus().equals("True"))
          .map(each -> each.getType())
          .filter(type -> type.equals("Complete") || type.equals("Failed"))
          .findFirst()
          .ifPresent(end::complete);
    }
  }

  /** Hears what it is told, as the engine's own watches would. */
  private static class Deaf<T> implements ResourceEventHandler<T> {
    @Override
    public void onAdd(T object) {}

    @Override
    public void onUpdate(T before, T object) {}

    @Override
    public void onDelete(T object, boolean unknown) {}
  }
}
