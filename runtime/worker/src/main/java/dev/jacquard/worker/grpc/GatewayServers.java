package dev.jacquard.worker.grpc;

import dev.jacquard.worker.transfer.EventLoops;
import dev.jacquard.worker.wire.Chunks;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallExecutorSupplier;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The servers behind a gateway's doors: the same services at each. */
final class GatewayServers implements AutoCloseable {

  private static final int FRAME = 2 << 20;

  private final List<Server> servers = new ArrayList<>();
  private final EventLoops loops = new EventLoops(Runtime.getRuntime().availableProcessors());
  // For files; the streams of workers are served by the event loop itself.
  private final ExecutorService files =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "jacquard-files");
            thread.setDaemon(true);
            return thread;
          });

  private GatewayServers() {}

  static GatewayServers open(
      GatewayBackend.Access access,
      GatewayBackend.Supplies supplies,
      GatewayService service,
      Iterable<WorkerStream> streams) {
    OffloadedValues offloaded = new OffloadedValues(supplies.offloads(), streams);
    BlobService blobs = new BlobService(supplies.blobs(), offloaded, access.longestMessage());
    GatewayServers opened = new GatewayServers();
    for (Door door : access.doors()) {
      try {
        opened.servers.add(opened.server(door, access, supplies, service, blobs).start());
      } catch (IOException e) {
        opened.close();
        throw new UncheckedIOException(
            "The gateway must be able to listen at " + door.address() + "; found " + e, e);
      }
    }
    return opened;
  }

  private Server server(
      Door door,
      GatewayBackend.Access access,
      GatewayBackend.Supplies supplies,
      GatewayService service,
      BlobService blobs) {
    NettyServerBuilder builder =
        loops
            .carry(NettyServerBuilder.forAddress(door.address()))
            .directExecutor()
            .callExecutor(new ByService())
            .maxInboundMessageSize(FRAME)
            .flowControlWindow(Chunks.WINDOW)
            .intercept(new BearerTokens(access.tokens()))
            .addService(service)
            .addService(blobs);
    if (supplies.code() != null) {
      builder.addService(new CodeService(supplies.code(), access.waiting()));
    }
    if (door.tls() != null) {
      builder.sslContext(door.tls());
    }
    return builder.build();
  }

  /** What reads and writes files must not hold up the streams of workers. */
  private final class ByService implements ServerCallExecutorSupplier {
    @Override
    public <Q, A> Executor getExecutor(ServerCall<Q, A> call, Metadata metadata) {
      String service = call.getMethodDescriptor().getServiceName();
      return GatewayService.NAME.equals(service) ? Runnable::run : files;
    }
  }

  int port() {
    return servers.get(0).getPort();
  }

  @Override
  public void close() {
    servers.forEach(Server::shutdown);
    try {
      for (Server server : servers) {
        if (!server.awaitTermination(1, TimeUnit.SECONDS)) {
          server.shutdownNow();
          server.awaitTermination(1, TimeUnit.SECONDS);
        }
      }
    } catch (InterruptedException e) {
      servers.forEach(Server::shutdownNow);
      Thread.currentThread().interrupt();
    }
    files.shutdown();
    loops.close();
  }
}
