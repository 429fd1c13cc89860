package dev.jacquard.worker.grpc;

import dev.jacquard.engine.backend.Backend;
import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.ReplicaListener;
import dev.jacquard.engine.pool.Replica;
import dev.jacquard.engine.time.EngineClock;
import dev.jacquard.worker.gateway.Gateway;
import dev.jacquard.worker.gateway.GatewayEvent;
import dev.jacquard.worker.gateway.GatewayOptions;
import dev.jacquard.worker.gateway.WorkerPool;
import dev.jacquard.worker.v1.Drain;
import dev.jacquard.worker.v1.Hello;
import dev.jacquard.worker.v1.ToWorker;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Carries out batches on the workers that connect, which also have the replicas. */
public final class GatewayBackend implements Backend {

  private static final int FRAME = 2 << 20;

  /**
   * How a gateway is reached, and whom it lets in.
   *
   * @param address where it listens
   * @param tokens what workers have to know
   * @param workers how many are expected; replicas are spread over so many
   * @param slots how many batches its workers carry out at once, all together
   * @param lease how long a worker may be silent
   * @param grace how long closing waits, and how long a call has to heed its interruption
   * @param strict whether workers check that every value survives encoding
   * @param longestMessage how many bytes one message in parts may have
   * @param objection says why a worker must not serve, if so
   * @param starter starts workers of a pool, up to so many in all
   */
  public record Options(
      InetSocketAddress address,
      PoolTokens tokens,
      int workers,
      int slots,
      Duration lease,
      Duration grace,
      boolean strict,
      long longestMessage,
      Function<Hello, Optional<String>> objection,
      BiConsumer<WorkerPool, Integer> starter) {

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
  private final Server server;

  private GatewayBackend(Options options, EngineClock clock) throws IOException {
    this.options = options;
    long lease = options.lease().toNanos();
    this.loop = new GatewayLoop(clock, lease);
    this.effects = new StreamEffects(clock, options.starter());
    loop.start(new Gateway(effects, GatewayOptions.of(lease, options.workers(), options.slots())));
    GatewayService.Terms terms =
        new GatewayService.Terms(
            lease,
            options.grace().toNanos(),
            options.strict(),
            options.longestMessage(),
            options.objection());
    this.server =
        NettyServerBuilder.forAddress(options.address())
            .directExecutor()
            .maxInboundMessageSize(FRAME)
            .intercept(new BearerTokens(options.tokens()))
            .addService(new GatewayService(terms, loop, effects, clock))
            .build()
            .start();
  }

  /**
   * Opens a gateway.
   *
   * @throws UncheckedIOException if it cannot listen there
   */
  public static GatewayBackend open(Options options, EngineClock clock) {
    try {
      return new GatewayBackend(options, clock);
    } catch (IOException e) {
      throw new UncheckedIOException("The gateway cannot listen at " + options.address(), e);
    }
  }

  /** Returns the port that it listens on. */
  public int port() {
    return server.getPort();
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

  @Override
  public int slots() {
    return options.slots();
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
    for (WorkerStream stream : effects.streams()) {
      stream.send(ToWorker.newBuilder().setDrain(Drain.getDefaultInstance()).build());
    }
    loop.close(options.grace().toNanos());
    server.shutdown();
    try {
      if (!server.awaitTermination(1, TimeUnit.SECONDS)) {
        server.shutdownNow();
        server.awaitTermination(1, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      server.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
