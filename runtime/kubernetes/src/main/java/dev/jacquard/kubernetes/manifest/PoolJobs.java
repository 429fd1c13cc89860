package dev.jacquard.kubernetes.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.jacquard.worker.gateway.WorkerPool;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The Jobs of a pool: each index is a pod with one worker. It is never made again: more are asked
 * for by raising {@code completions} and {@code parallelism} together.
 *
 * @param names of the run
 * @param settings what all pods have in common
 * @param shape what else the template of a pool's pods is to have, by its profile for one
 * @param authority whom its pods believe; empty: it is not known yet
 */
public record PoolJobs(
    RunNames names,
    PodSettings settings,
    BiFunction<WorkerPool, PodTemplateSpec, PodTemplateSpec> shape,
    String authority) {

  /** The annotation by which a later engine sees whether it would write the same pods. */
  public static final String TEMPLATE = "jacquard.dev/template";

  private static final int DIGEST_BYTES = 16;
  private static final ObjectMapper JSON =
      new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

  /** Writes Jobs whose pods do not know whom to believe. */
  public PoolJobs(
      RunNames names,
      PodSettings settings,
      BiFunction<WorkerPool, PodTemplateSpec, PodTemplateSpec> shape) {
    this(names, settings, shape, "");
  }

  /** Returns what writes the same for pods that believe an authority. */
  public PoolJobs withAuthority(String certificate) {
    return new PoolJobs(names, settings, shape, certificate);
  }

  /**
   * Says in few letters what the pods of a pool are like: another image, address, option or
   * profile, another authority, or another Jacquard that writes them otherwise, says otherwise.
   */
  public String digest(WorkerPool pool) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(JSON.writeValueAsBytes(shape.apply(pool, template(pool, 0))));
      byte[] bytes = digest.digest(authority.getBytes(UTF_8));
      return HexFormat.of().formatHex(bytes, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What is sent as JSON can be written as JSON.", e);
    }
  }

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
        .withAnnotations(authority.isEmpty() ? Map.of() : Map.of(TEMPLATE, digest(pool)))
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
