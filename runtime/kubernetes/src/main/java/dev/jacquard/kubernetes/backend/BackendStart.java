package dev.jacquard.kubernetes.backend;

import dev.jacquard.engine.time.EngineClock;
import dev.jacquard.kubernetes.cluster.Cluster;
import dev.jacquard.kubernetes.manifest.PoolJobs;
import dev.jacquard.kubernetes.manifest.RunNames;
import dev.jacquard.worker.grpc.Door;
import dev.jacquard.worker.grpc.GatewayBackend;
import dev.jacquard.worker.grpc.PoolTokens;
import dev.jacquard.worker.grpc.WaitingRoom;
import dev.jacquard.worker.offload.EngineOffloads;
import dev.jacquard.worker.v1.Surroundings;
import dev.jacquard.worker.wire.CodeOffer;
import dev.jacquard.worker.wire.Compatibility;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The start of a backend, in order: the run is taken hold of, what is there of it is heard, and
 * only then workers are let in. If a step fails, those before it are undone.
 */
final class BackendStart {

  private static final long LONGEST_MESSAGE = 1L << 30;
  private static final int MOST_WORKERS = 10_000;

  private final BackendOptions options;
  private final Cluster cluster;
  private final EngineClock clock;
  private final RunNames names;
  private final PodPools pools;
  private final Departed departed = new Departed();
  private final WaitingRoom waiting = WaitingRoom.untilAsked();
  private final AtomicReference<JobRequests> requests = new AtomicReference<>();
  private final Deque<Runnable> undo = new ArrayDeque<>();

  BackendStart(BackendOptions options, Cluster cluster, EngineClock clock) {
    this.options = options;
    this.cluster = cluster;
    this.clock = clock;
    this.names = options.jobs().names();
    this.pools =
        new PodPools(clock::nanos, options.patience(), options.inheritance(), options.news());
  }

  KubernetesBackend run() {
    try {
      undo.push(cluster::close);
      return steps();
    } catch (RuntimeException e) {
      undo.forEach(Runnable::run);
      throw e;
    }
  }

  private KubernetesBackend steps() {
    undo.push(pools::close);
    EngineOffloads offloads = EngineOffloads.beside(options.blobs(), options.offloadAbove());
    undo.push(offloads::close);
    RunHold hold = RunHold.take(cluster, names, this::lost);
    undo.push(() -> hold.undo(cluster, names));
    RunFiles files = RunFiles.make(options.host(), hold.authority());
    undo.push(files::close);
    PodWatch watch = new PodWatch(names, pools::post);
    cluster.watch(names, watch.pods(), watch.jobs(), watch.refusals());
    PoolTokens tokens = PoolTokens.derivedFrom(hold.tokenKey());
    GatewayBackend gateway = gateway(files, tokens, offloads);
    undo.push(gateway::close);
    PoolJobs jobs = options.jobs().withAuthority(hold.authority().certificate());
    JobRequests asks = requests(jobs, tokens, files);
    pools.open(new GatewayActions(gateway, asks, jobs, departed, waiting));
    return new KubernetesBackend(
        new KubernetesBackend.Parts(gateway, pools, asks, cluster, files, offloads, hold));
  }

  private JobRequests requests(PoolJobs jobs, PoolTokens tokens, RunFiles files) {
    JobRequests made =
        new JobRequests(
            cluster,
            jobs,
            pool -> tokens.make(pool.name()),
            files.certificates(),
            (pool, event) -> pools.post(pool.name(), event));
    if (names.isNamed()) {
      made.touch();
    }
    requests.set(made);
    return made;
  }

  private GatewayBackend gateway(RunFiles files, PoolTokens tokens, EngineOffloads offloads) {
    Surroundings here = options.surroundings();
    return GatewayBackend.open(
        new GatewayBackend.Options(
            options.mostPods(),
            options.mostPods() * options.jobs().settings().slots(),
            options.lease(),
            options.grace(),
            options.strict(),
            options.elastic(),
            pools),
        new GatewayBackend.Access(
            List.of(new Door(options.listen(), files.tls().gateway())),
            tokens,
            LONGEST_MESSAGE,
            MOST_WORKERS,
            hello ->
                departed
                    .objection(hello)
                    .or(() -> Compatibility.objection(hello, here, options.mixedJava())),
            waiting),
        new GatewayBackend.Supplies(
            CodeOffer.of(options.classPath(), here, files.folder()), options.blobs(), offloads),
        clock);
  }

  /** What has been made is another engine's, and nothing more can be. */
  private void lost(String other) {
    JobRequests asks = requests.get();
    if (asks != null) {
      asks.abandon();
    }
    pools.impossible(
        "The name of a run must be one engine's alone; found %s, which has taken %s over. Give another --run-name."
            .formatted(other, names.name()));
  }
}
