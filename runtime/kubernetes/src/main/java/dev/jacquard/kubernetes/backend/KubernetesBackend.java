package dev.jacquard.kubernetes.backend;

import dev.jacquard.engine.backend.Backend;
import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.ReplicaListener;
import dev.jacquard.engine.pool.Replica;
import dev.jacquard.engine.time.EngineClock;
import dev.jacquard.kubernetes.cluster.Cluster;
import dev.jacquard.kubernetes.manifest.PoolJobs;
import dev.jacquard.kubernetes.pool.PodEvent;
import dev.jacquard.worker.gateway.Elastic;
import dev.jacquard.worker.gateway.WorkerPool;
import dev.jacquard.worker.grpc.Door;
import dev.jacquard.worker.grpc.GatewayBackend;
import dev.jacquard.worker.grpc.PoolTokens;
import dev.jacquard.worker.offload.EngineOffloads;
import dev.jacquard.worker.v1.Surroundings;
import dev.jacquard.worker.wire.CodeOffer;
import dev.jacquard.worker.wire.Compatibility;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A gateway whose workers are pods, made as there is work for them. */
public final class KubernetesBackend implements Backend {

  private static final long LONGEST_MESSAGE = 1L << 30;
  private static final int MOST_WORKERS = 10_000;

  private final GatewayBackend calls;
  private final PodPools pools;
  private final JobRequests requests;
  private final Cluster cluster;
  private final RunFiles files;
  private final EngineOffloads offloads;

  private KubernetesBackend(
      GatewayBackend calls,
      PodPools pools,
      JobRequests requests,
      Cluster cluster,
      RunFiles files,
      EngineOffloads offloads) {
    this.offloads = offloads;
    this.calls = calls;
    this.pools = pools;
    this.requests = requests;
    this.cluster = cluster;
    this.files = files;
  }

  /**
   * Opens a gateway, and watches for the pods of its run; none is made before there is a call.
   *
   * @param options how it runs
   * @param cluster where its pods run; it closes that in the end
   * @param clock the engine's
   */
  public static KubernetesBackend start(
      BackendOptions options, Cluster cluster, EngineClock clock) {
    PodPools pools = new PodPools(clock::nanos, options.patience(), options.news());
    RunFiles files = null;
    GatewayBackend gateway = null;
    EngineOffloads offloads = EngineOffloads.beside(options.blobs(), options.offloadAbove());
    try {
      files = RunFiles.make(options.host());
      PoolJobs jobs = options.jobs();
      cluster.watch(
          jobs.names(),
          new PodWatch(jobs.names(), pools::post).pods(),
          new PodWatch(jobs.names(), pools::post).jobs(),
          new PodWatch(jobs.names(), pools::post).refusals());
      PoolTokens tokens = new PoolTokens();
      Map<WorkerPool, String> made = new ConcurrentHashMap<>();
      gateway = gateway(options, files, offloads, tokens, pools, clock);
      JobRequests requests =
          new JobRequests(
              cluster,
              jobs,
              pool -> made.computeIfAbsent(pool, p -> tokens.make(p.name())),
              files.certificates(),
              (pool, reason) -> pools.post(pool.name(), new PodEvent.Impossible(reason)));
      pools.open(new GatewayActions(gateway, requests));
      return new KubernetesBackend(gateway, pools, requests, cluster, files, offloads);
    } catch (RuntimeException e) {
      if (gateway != null) {
        gateway.close();
      }
      pools.close();
      cluster.close();
      if (files != null) {
        files.close();
      }
      offloads.close();
      throw e;
    }
  }

  private static GatewayBackend gateway(
      BackendOptions options,
      RunFiles files,
      EngineOffloads offloads,
      PoolTokens tokens,
      PodPools pools,
      EngineClock clock) {
    Surroundings here = options.surroundings();
    return GatewayBackend.open(
        new GatewayBackend.Options(
            options.mostPods(),
            options.mostPods() * options.jobs().settings().slots(),
            options.lease(),
            options.grace(),
            options.strict(),
            new Elastic(options.mostPods(), options.idle().toNanos()),
            pools),
        new GatewayBackend.Access(
            List.of(new Door(options.listen(), files.tls().gateway())),
            tokens,
            LONGEST_MESSAGE,
            MOST_WORKERS,
            hello -> Compatibility.objection(hello, here, options.mixedJava())),
        new GatewayBackend.Supplies(
            CodeOffer.of(options.classPath(), here, files.folder()), options.blobs(), offloads),
        clock);
  }

  /** What is decided about pods, done. */
  private record GatewayActions(GatewayBackend gateway, JobRequests requests)
      implements PodPools.Actions {

    @Override
    public void ask(WorkerPool pool, int job, int pods) {
      requests.ask(pool, job, pods);
    }

    @Override
    public void exited(WorkerPool pool, String pod, String words) {
      gateway.exited(pool, pod, words);
    }

    @Override
    public void removed(WorkerPool pool, String pod) {
      gateway.removed(pool, pod);
    }

    @Override
    public void hopeless(WorkerPool pool, String reason) {
      gateway.hopeless(pool, reason);
    }
  }

  @Override
  public int slots() {
    return calls.slots();
  }

  @Override
  public void submit(Batch batch) {
    calls.submit(batch);
  }

  @Override
  public void cancel(Batch batch) {
    calls.cancel(batch);
  }

  @Override
  public void takeBack(Batch batch) {
    calls.takeBack(batch);
  }

  @Override
  public void create(Replica replica, ReplicaListener listener) {
    calls.create(replica, listener);
  }

  @Override
  public void retire(Replica replica, ReplicaListener listener) {
    calls.retire(replica, listener);
  }

  /** Lets the workers go, and deletes all that was made in the cluster. */
  @Override
  public void close() {
    pools.close();
    calls.close();
    requests.close();
    cluster.close();
    files.close();
    offloads.close();
  }
}
