package dev.jacquard.kubernetes;

import dev.jacquard.engine.LocalOptions;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.engine.time.EngineClock;
import dev.jacquard.kubernetes.backend.BackendOptions;
import dev.jacquard.kubernetes.backend.KubernetesBackend;
import dev.jacquard.kubernetes.cluster.Cluster;
import dev.jacquard.kubernetes.manifest.PoolJobs;
import dev.jacquard.worker.v1.Surroundings;
import dev.jacquard.worker.wire.CodeDigest;
import dev.jacquard.worker.wire.Compatibility;
import org.jspecify.annotations.Nullable;

/**
 * Runs workflows on the pods of a cluster, with the engine in this process.
 *
 * <pre>{@code
 * var options = KubernetesOptions.advertise("10.0.0.5", 7400, "registry.example/worker:1");
 * try (var runtime = KubernetesRuntime.open(options)) {
 *   String verdict = runtime.run(AnomalyDetectionWorkflows.detectAnomalies(points, 11));
 * }
 * }</pre>
 */
public final class KubernetesRuntime {

  private KubernetesRuntime() {}

  /**
   * Returns a runtime whose calls are carried out by pods, which end with it.
   *
   * @throws dev.jacquard.kubernetes.cluster.ClusterException if the cluster cannot be reached
   * @throws java.io.UncheckedIOException if the engine cannot listen where it is told to
   */
  public static WorkflowRuntime open(KubernetesOptions options) {
    return open(options, Cluster.open(options.context(), options.namespace()));
  }

  /** As {@link #open(KubernetesOptions)}, in a namespace that is closed in the end. */
  public static WorkflowRuntime open(KubernetesOptions options, Cluster cluster) {
    return WorkflowRuntime.on(clock -> backend(options, cluster, clock), options.engine());
  }

  /** Returns the backend alone. */
  public static KubernetesBackend backend(
      KubernetesOptions options, Cluster cluster, EngineClock clock) {
    LocalOptions engine = options.engine();
    ClassPath given = options.classPath();
    ClassPath code =
        given == null ? ClassPath.parse(System.getProperty("java.class.path", "")) : given;
    BackendOptions all =
        new BackendOptions(
            new PoolJobs(options.names(), options.pods(), options.shape()),
            options.host(),
            options.listen(),
            options.mostPods(),
            options.idle(),
            options.patience(),
            options.lease(),
            engine.grace(),
            engine.strict(),
            code,
            surroundings(options.surroundings(), CodeDigest.of(code)),
            options.mixedJava(),
            engine.blobs(),
            options.offloadAbove(),
            options.news());
    return KubernetesBackend.start(all, cluster, clock);
  }

  /** The Java release and the code are those of this process, whoever it runs for. */
  private static Surroundings surroundings(@Nullable Surroundings given, String code) {
    boolean assertions = KubernetesRuntime.class.desiredAssertionStatus();
    Surroundings here = Compatibility.here(assertions, code);
    return given == null
        ? here
        : given.toBuilder().setJavaRelease(here.getJavaRelease()).setCode(code).build();
  }
}
