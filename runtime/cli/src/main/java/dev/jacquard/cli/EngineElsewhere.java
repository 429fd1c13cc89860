package dev.jacquard.cli;

import dev.jacquard.WorkflowCall;
import dev.jacquard.engine.Execution;
import dev.jacquard.engine.ExecutionListener;
import dev.jacquard.engine.WorkflowRuntime;
import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.engine.code.Code;
import dev.jacquard.kubernetes.KubernetesOptions;
import dev.jacquard.kubernetes.cluster.Cluster;
import dev.jacquard.kubernetes.cluster.EngineAccess;
import dev.jacquard.kubernetes.engine.EnginePod;
import dev.jacquard.kubernetes.pool.Patience;
import dev.jacquard.kubernetes.profile.Profiles;
import dev.jacquard.server.client.RemoteOptions;
import dev.jacquard.server.client.RemoteRuntime;
import dev.jacquard.server.wire.Manners;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A runtime whose engine is a pod: the pod, the way to it, and what is said over that. */
final class EngineElsewhere implements WorkflowRuntime {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration GRACE = Duration.ofSeconds(2);

  /** What the process in the pod runs with. */
  static final List<String> WORDS =
      List.of("engine", "--advertise", "$(JACQUARD_POD_IP)", "--leave-after", "1m");

  private final Cluster cluster;
  private final EnginePod pod;
  private final RemoteRuntime remote;

  private EngineElsewhere(Cluster cluster, EnginePod pod, RemoteRuntime remote) {
    this.cluster = cluster;
    this.pod = pod;
    this.remote = remote;
  }

  /**
   * Starts an engine, or finds the one that was named.
   *
   * @param kubernetes how calls are carried out
   * @param profiles of the engine's own pod, and of those that it makes
   * @param news is told what goes on
   */
  static EngineElsewhere open(
      PodOptions options, KubernetesOptions kubernetes, Profiles profiles, Consumer<String> news) {
    Cluster cluster = options.cluster();
    EnginePod pod = null;
    try {
      pod = pod(options, kubernetes, profiles, new EngineAccess(cluster), news);
      RemoteRuntime remote = RemoteRuntime.open(remote(kubernetes, profiles, pod));
      pod.onEnd(words -> remote.lose("The engine's pod has ended before the run: " + words));
      return new EngineElsewhere(cluster, pod, remote);
    } catch (RuntimeException e) {
      if (pod != null) {
        pod.close();
      }
      cluster.close();
      throw e;
    }
  }

  private static EnginePod pod(
      PodOptions options,
      KubernetesOptions kubernetes,
      Profiles profiles,
      EngineAccess access,
      Consumer<String> news) {
    Patience patience = kubernetes.patience();
    String image = kubernetes.pods().image();
    return options
        .engine()
        .map(name -> EnginePod.find(access, name, patience, System::nanoTime, news))
        .orElseGet(
            () ->
                EnginePod.start(
                    access, image, WORDS, profiles::shapeEngine, patience, System::nanoTime, news));
  }

  private static RemoteOptions remote(
      KubernetesOptions kubernetes, Profiles profiles, EnginePod pod) {
    ClassPath given = kubernetes.classPath();
    return new RemoteOptions(
        pod.address(),
        Manners.of(kubernetes, kubernetes.engine().strict(), profiles.text()),
        given == null ? new ClassPath(List.of()) : given,
        kubernetes.engine().blobs(),
        PATIENCE,
        GRACE);
  }

  @Override
  public <R extends @Nullable Object> Execution<R> start(
      WorkflowCall<R> call, @Nullable ExecutionListener listener) {
    return remote.start(call, listener);
  }

  @Override
  public Execution<@Nullable Object> start(
      Code code,
      String workflowId,
      List<? extends @Nullable Object> arguments,
      @Nullable ExecutionListener listener) {
    return remote.start(code, workflowId, arguments, listener);
  }

  @Override
  public void close() {
    remote.close();
    pod.close();
    cluster.close();
  }
}
