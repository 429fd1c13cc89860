package dev.jacquard.kubernetes;

import dev.jacquard.engine.LocalOptions;
import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.kubernetes.manifest.PodSettings;
import dev.jacquard.kubernetes.manifest.RunNames;
import dev.jacquard.kubernetes.pool.Patience;
import dev.jacquard.kubernetes.pool.PoolPods;
import dev.jacquard.worker.WorkersOptions;
import dev.jacquard.worker.gateway.WorkerPool;
import dev.jacquard.worker.v1.Surroundings;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a runtime on the pods of a cluster runs. Immutable.
 *
 * @param context of the kubeconfig; null: the current one
 * @param namespace where its pods are; null: the context's
 * @param names the run's id, and with it the names of all that it makes
 * @param host by which pods reach the engine
 * @param listen where the engine listens
 * @param pods what all pods have in common
 * @param shape what else the template of a pool's pods is to have
 * @param mostPods how many pods of a pool there are at once
 * @param idle how long a pod may have nothing to do before it is let go
 * @param patience how long one waits for what stands in the way of pods, while none serves
 * @param lease how long a worker may be silent before its calls go to another
 * @param classPath the application's code; null: this process's own
 * @param surroundings what answers can depend on, as those have it for whom it runs; null: this
 *     process's own
 * @param mixedJava whether pods may have another Java release, whose answers may differ
 * @param news hears how the pods stand, when that has changed; must not wait
 * @param engine strictness, clock, seed and grace period
 * @param offloadAbove values whose encoding has more bytes are fetched beside their messages, once
 *     for all that use them; {@link WorkersOptions#NEVER}: none
 */
public record KubernetesOptions(
    @Nullable String context,
    @Nullable String namespace,
    RunNames names,
    String host,
    InetSocketAddress listen,
    PodSettings pods,
    BiFunction<WorkerPool, PodTemplateSpec, PodTemplateSpec> shape,
    int mostPods,
    Duration idle,
    Patience patience,
    Duration lease,
    @Nullable ClassPath classPath,
    @Nullable Surroundings surroundings,
    boolean mixedJava,
    Consumer<List<PoolPods>> news,
    LocalOptions engine,
    long offloadAbove) {

  private static final int USUAL_PODS = 10;

  /** Checks the numbers. */
  public KubernetesOptions {
    if (mostPods < 1) {
      throw new IllegalArgumentException("mostPods must be 1 or more; found " + mostPods + ".");
    }
    if (lease.toMillis() < 100) {
      throw new IllegalArgumentException("lease must be 100 ms or more; found " + lease + ".");
    }
    if (offloadAbove < 1) {
      throw new IllegalArgumentException(
          "offloadAbove must be 1 byte or more; found " + offloadAbove + ".");
    }
    if (listen.isUnresolved()) {
      throw new IllegalArgumentException(
          "The engine must listen at an address of this machine; found " + listen + ".");
    }
  }

  /**
   * An engine here, and ten pods at most of each pool, in the current context's namespace.
   *
   * @param host an address of this machine, or a name of it, that pods reach
   * @param port where the engine listens, at that address
   * @param image of the pods; its entry point takes the words of {@code jacquard}
   */
  public static KubernetesOptions advertise(String host, int port, String image) {
    return advertise(host, new InetSocketAddress(host, port), image);
  }

  /**
   * As {@link #advertise(String, int, String)}, with a host that only pods need to know.
   *
   * @param listen where the engine listens; pods reach it at the same port of {@code host}
   */
  public static KubernetesOptions advertise(String host, InetSocketAddress listen, String image) {
    return new KubernetesOptions(
        null,
        null,
        RunNames.fresh(),
        host,
        listen,
        PodSettings.of(image, host + ":" + listen.getPort()),
        (pool, template) -> template,
        USUAL_PODS,
        Duration.ofSeconds(10),
        Patience.of(Duration.ofMinutes(5)),
        Duration.ofSeconds(10),
        null,
        null,
        false,
        pods -> {},
        LocalOptions.defaults(),
        WorkersOptions.OFFLOAD_ABOVE);
  }

  /** Returns a builder that has these options. */
  public KubernetesOptionsBuilder toBuilder() {
    return new KubernetesOptionsBuilder(this);
  }
}
