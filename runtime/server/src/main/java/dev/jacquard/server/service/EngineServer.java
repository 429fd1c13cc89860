package dev.jacquard.server.service;

import dev.jacquard.spi.BlobStore;
import dev.jacquard.worker.grpc.BlobService;
import dev.jacquard.worker.transfer.EventLoops;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An engine for whoever connects, with its executions. It lets in everybody who reaches it: it
 * listens on loopback, where a port-forward leads to, and whoever may forward ports to a pod may do
 * as the pod does. Thread-safe.
 */
public final class EngineServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EngineServer.class);
  private static final int LONGEST_MESSAGE = 1 << 30;
  private static final long LOOK_MILLIS = 200;
  private static final Duration RUNTIMES_KEPT = Duration.ofMinutes(10);

  /**
   * How it runs.
   *
   * @param listen where callers connect
   * @param health where its health can be asked for, by the standard gRPC service; empty: nowhere
   * @param folder where the jars of applications are put
   * @param patience how long an execution goes on that nobody watches
   * @param leaveAfter how long the server waits for something to do before it ends; empty: for ever
   */
  public record Options(
      InetSocketAddress listen,
      Optional<InetSocketAddress> health,
      Path folder,
      Duration patience,
      Optional<Duration> leaveAfter) {}

  private final Options options;
  private final HostedRuntimes runtimes;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ExecutionsService executions;
  private final HealthStatusManager health = new HealthStatusManager();
  private final EventLoops loops = new EventLoops(2);
  private final ExecutorService calls = Executors.newCachedThreadPool(EngineServer::daemon);
  private final List<Server> servers = new ArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);

  private EngineServer(Options options, BlobStore store, RuntimeOpener opener) {
    this.options = options;
    this.runtimes = new HostedRuntimes(store, options.folder(), opener, System::nanoTime);
    this.executions = new ExecutionsService(store, runtimes, options.patience(), System::nanoTime);
  }

  /**
   * Begins to serve.
   *
   * @param store where jars and blobs are kept
   * @throws UncheckedIOException if it cannot listen
   */
  public static EngineServer start(Options options, BlobStore store, RuntimeOpener opener) {
    EngineServer server = new EngineServer(options, store, opener);
    try {
      server.listen(
          NettyServerBuilder.forAddress(options.listen())
              .addService(server.executions)
              .addService(BlobService.of(store, Long.MAX_VALUE)));
      if (options.health().isPresent()) {
        server.listen(
            NettyServerBuilder.forAddress(options.health().get())
                .addService(server.health.getHealthService()));
      }
    } catch (IOException e) {
      server.close();
      throw new UncheckedIOException(
          "The engine must be able to listen at " + options.listen() + "; found " + e, e);
    }
    server.lookLater();
    return server;
  }

  private void lookLater() {
    if (over.getCount() > 0) {
      CompletableFuture.delayedExecutor(LOOK_MILLIS, TimeUnit.MILLISECONDS, calls)
          .execute(this::look);
    }
  }

  private void listen(NettyServerBuilder builder) throws IOException {
    servers.add(
        loops
            .carry(builder)
            .executor(calls)
            .maxInboundMessageSize(LONGEST_MESSAGE)
            .permitKeepAliveTime(1, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .build()
            .start());
  }

  private void look() {
    try {
      executions.look();
      runtimes.closeIdle(RUNTIMES_KEPT);
      Duration idle = Duration.ofNanos(System.nanoTime() - executions.busyAt());
      if (options.leaveAfter().filter(longest -> idle.compareTo(longest) >= 0).isPresent()) {
        LOG.info("The engine ends: nobody has wanted anything for {}.", idle);
        over.countDown();
      }
    } catch (RuntimeException e) {
      LOG.error("Executions must be looked after.", e);
    } finally {
      lookLater();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "jacquard-calls");
    thread.setDaemon(true);
    return thread;
  }

  /** Where it listens. */
  public int port() {
    return servers.get(0).getPort();
  }

  /** Waits until nobody has wanted anything for long enough, or it is told to end. */
  public void awaitEnd() throws InterruptedException {
    over.await();
  }

  /** Tells it to end; whoever waits for that closes it. */
  public void end() {
    over.countDown();
  }

  /** Cancels what runs, and closes all runtimes. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    health.enterTerminalState();
    executions.abandon();
    over.countDown();
    runtimes.close();
    servers.forEach(Server::shutdown);
    try {
      for (Server server : servers) {
        if (!server.awaitTermination(1, TimeUnit.SECONDS)) {
          server.shutdownNow();
        }
      }
    } catch (InterruptedException e) {
      servers.forEach(Server::shutdownNow);
      Thread.currentThread().interrupt();
    }
    calls.shutdown();
    loops.close();
  }
}
