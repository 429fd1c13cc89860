package dev.jacquard.worker.grpc;

import dev.jacquard.engine.backend.Backend;
import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.ReplicaListener;
import dev.jacquard.engine.pool.Replica;
import dev.jacquard.engine.time.EngineClock;
import dev.jacquard.spi.BlobStore;
import dev.jacquard.worker.gateway.Elastic;
import dev.jacquard.worker.gateway.Gateway;
import dev.jacquard.worker.gateway.GatewayEvent;
import dev.jacquard.worker.gateway.GatewayOptions;
import dev.jacquard.worker.gateway.WorkerPool;
import dev.jacquard.worker.offload.EngineOffloads;
import dev.jacquard.worker.v1.Drain;
import dev.jacquard.worker.v1.Hello;
import dev.jacquard.worker.v1.ToWorker;
import dev.jacquard.worker.wire.CodeOffer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Carries out batches on the workers that connect, which also have the replicas. */
public final class GatewayBackend implements Backend {

  /**
   * How a gateway is reached, and whom it lets in.
   *
   * @param doors where it listens
   * @param tokens what workers have to know
   * @param longestMessage how many bytes one message in parts, or one blob, may have
   * @param mostWorkers how many workers may be connected at once
   * @param objection says why a worker must not serve, if so
   * @param waiting where workers wait for their pool to be asked for
   */
  public record Access(
      List<Door> doors,
      PoolTokens tokens,
      long longestMessage,
      int mostWorkers,
      Function<Hello, Optional<String>> objection,
      WaitingRoom waiting) {

    /** Nobody waits. */
    public Access(
        List<Door> doors,
        PoolTokens tokens,
        long longestMessage,
        int mostWorkers,
        Function<Hello, Optional<String>> objection) {
      this(doors, tokens, longestMessage, mostWorkers, objection, WaitingRoom.none());
    }
  }

  /**
   * What workers get from it beside calls.
   *
   * @param code the application's, for workers that lack it; null: they have it
   * @param blobs the bytes of blobs, for workers that do not share the store
   * @param offloads values that are too long for messages
   */
  public record Supplies(@Nullable CodeOffer code, BlobStore blobs, EngineOffloads offloads) {}

  /**
   * What calls it has carried out, and how.
   *
   * @param workers how many are expected; replicas are spread over so many
   * @param slots how many batches its workers carry out at once, all together
   * @param lease how long a worker may be silent
   * @param grace how long closing waits, and how long a call has to heed its interruption
   * @param strict whether workers check that every value survives encoding
   * @param elastic how workers come and go with the work; null: there are always as many as
   *     expected
   * @param starter starts workers of a pool, up to so many in all
   */
  public record Options(
      int workers,
      int slots,
      Duration lease,
      Duration grace,
      boolean strict,
      @Nullable Elastic elastic,
      WorkerStarter starter) {

    /** Workers that stay. */
    public Options(
        int workers,
        int slots,
        Duration lease,
        Duration grace,
        boolean strict,
        WorkerStarter starter) {
      this(workers, slots, lease, grace, strict, null, starter);
    }

    /** Checks the numbers. */
    public Options {
      if (workers < 0 || slots < 1) {
        throw new IllegalArgumentException(
            "workers must be 0 or more, and slots 1 or more; found " + workers + ", " + slots);
      }
    }
  }

  private final Options options;
  private final GatewayLoop loop;
  private final StreamEffects effects;
  private final GatewayServers servers;

  private GatewayBackend(Options options, Access access, Supplies supplies, EngineClock clock) {
    this.options = options;
    long lease = options.lease().toNanos();
    this.loop = new GatewayLoop(clock, lease);
    this.effects = new StreamEffects(clock, options.starter());
    GatewayOptions decisions = GatewayOptions.of(lease, options.workers(), options.slots());
    loop.start(new Gateway(effects, decisions.withElastic(options.elastic())));
    GatewayService.Terms terms =
        new GatewayService.Terms(
            lease, options.grace().toNanos(), options.strict(), access, supplies.offloads());
    GatewayService service = new GatewayService(terms, loop, effects, clock);
    this.servers = GatewayServers.open(access, supplies, service, effects.streams());
  }

  /**
   * Opens a gateway.
   *
   * @throws UncheckedIOException if it cannot listen there
   */
  public static GatewayBackend open(
      Options options, Access access, Supplies supplies, EngineClock clock) {
    return new GatewayBackend(options, access, supplies, clock);
  }

  /** Returns the port of the first door. */
  public int port() {
    return servers.port();
  }

  /**
   * Says that the process of a worker has ended: its calls need not wait for its lease.
   *
   * @param pool which pool it was to serve
   * @param instance which
   * @param lastWords what it printed last
   */
  public void exited(WorkerPool pool, String instance, String lastWords) {
    loop.post(new GatewayEvent.Exited(pool.name(), instance, lastWords));
  }

  /** As {@link #exited}, but it was ended by others, and nothing that it ran is to blame. */
  public void removed(WorkerPool pool, String instance) {
    loop.post(new GatewayEvent.Removed(pool.name(), instance));
  }

  /**
   * Says that no worker of a pool can be started: what waits for one fails.
   *
   * @param reason what stands in the way, and what to do; a whole sentence
   */
  public void hopeless(WorkerPool pool, String reason) {
    loop.post(new GatewayEvent.Hopeless(pool.name(), reason));
  }

  @Override
  public int slots() {
    return options.slots();
  }

  @Override
  public void onBreakdown(Consumer<Throwable> listener) {
    loop.onBreakdown(listener);
  }

  @Override
  public void submit(Batch batch) {
    loop.post(new GatewayEvent.OfEngine.Submit(batch));
  }

  @Override
  public void cancel(Batch batch) {
    loop.post(new GatewayEvent.OfEngine.Cancel(batch));
  }

  @Override
  public void takeBack(Batch batch) {
    loop.post(new GatewayEvent.OfEngine.TakeBack(batch));
  }

  @Override
  public void create(Replica replica, ReplicaListener listener) {
    loop.post(new GatewayEvent.OfEngine.Create(replica, listener));
  }

  @Override
  public void retire(Replica replica, ReplicaListener listener) {
    loop.post(new GatewayEvent.OfEngine.Retire(replica, listener));
  }

  @Override
  public void close() {
    loop.close(options.grace().toNanos(), this::drainWorkers);
    effects.streams().forEach(stream -> effects.dismiss(stream.id(), "The gateway is closed."));
    servers.close();
  }

  private void drainWorkers() {
    for (WorkerStream stream : effects.streams()) {
      stream.send(ToWorker.newBuilder().setDrain(Drain.getDefaultInstance()).build());
    }
  }
}
