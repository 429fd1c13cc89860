package dev.jacquard.kubernetes.backend;

import dev.jacquard.engine.backend.ForwardingBackend;
import dev.jacquard.engine.time.EngineClock;
import dev.jacquard.kubernetes.cluster.Cluster;
import dev.jacquard.worker.grpc.GatewayBackend;
import dev.jacquard.worker.offload.EngineOffloads;

/** A gateway whose workers are pods, made as there is work for them. */
public final class KubernetesBackend extends ForwardingBackend {

  /**
   * What it is made of; all of it is closed with it.
   *
   * @param calls the gateway
   * @param pools decides about pods
   * @param requests asks the API server for them
   * @param cluster where they run
   * @param files what workers are given
   * @param offloads values that are too long for messages
   * @param hold that no other engine has the run
   */
  record Parts(
      GatewayBackend calls,
      PodPools pools,
      JobRequests requests,
      Cluster cluster,
      RunFiles files,
      EngineOffloads offloads,
      RunHold hold) {}

  private final Parts parts;

  KubernetesBackend(Parts parts) {
    super(parts.calls());
    this.parts = parts;
  }

  /**
   * Opens a gateway, and watches for the pods of its run; none is made before there is a call. What
   * an earlier engine has left of a run with a name is taken over.
   *
   * @param options how it runs
   * @param cluster where its pods run; it closes that in the end
   * @param clock the engine's
   * @throws dev.jacquard.kubernetes.cluster.ClusterException if the cluster cannot be reached, or
   *     the name of the run is another engine's
   */
  public static KubernetesBackend start(
      BackendOptions options, Cluster cluster, EngineClock clock) {
    return new BackendStart(options, cluster, clock).run();
  }

  /** Lets the workers go, and deletes all that was made in the cluster. */
  @Override
  public void close() {
    parts.pools().close();
    super.close();
    parts.hold().close();
    parts.requests().close();
    parts.cluster().close();
    parts.files().close();
    parts.offloads().close();
  }
}
