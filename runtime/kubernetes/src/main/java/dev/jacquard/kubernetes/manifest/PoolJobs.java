package dev.jacquard.kubernetes.manifest;

import dev.jacquard.worker.gateway.WorkerPool;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.function.BiFunction;

/**
 * The Jobs of a pool: each index is a pod with one worker. It is never made again: more are asked
 * for by raising {@code completions} and {@code parallelism} together.
 *
 * @param names of the run
 * @param settings what all pods have in common
 * @param shape what else the template of a pool's pods is to have, by its profile for one
 */
public record PoolJobs(
    RunNames names,
    PodSettings settings,
    BiFunction<WorkerPool, PodTemplateSpec, PodTemplateSpec> shape) {

  /**
   * Writes a Job.
   *
   * @param number which of the pool's
   * @param pods how many it has in all, with those that have ended
   */
  public Job job(WorkerPool pool, int number, int pods) {
    return new JobBuilder()
        .withNewMetadata()
        .withName(names.job(pool.name(), number))
        .withLabels(names.labels(pool.name()))
        .endMetadata()
        .withNewSpec()
        .withCompletionMode("Indexed")
        .withCompletions(pods)
        .withParallelism(pods)
        .withBackoffLimitPerIndex(0)
        .withTtlSecondsAfterFinished((int) settings.kept().toSeconds())
        .withTemplate(shape.apply(pool, template(pool, number)))
        .endSpec()
        .build();
  }

  private PodTemplateSpec template(WorkerPool pool, int number) {
    return new PodTemplateSpecBuilder()
        .withNewMetadata()
        .withLabels(names.labels(pool.name()))
        .endMetadata()
        .withSpec(WorkerPod.spec(settings, pool, names.job(pool.name(), number)))
        .build();
  }
}
