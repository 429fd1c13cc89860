package dev.jacquard.worker.process;

import dev.jacquard.worker.transfer.EventLoops;
import dev.jacquard.worker.wire.Chunks;
import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.stub.MetadataUtils;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The way to a gateway. Immutable.
 *
 * @param host where it is
 * @param port where it is
 * @param token what it asks for
 * @param tls what both ends show each other; null: nothing
 */
public record GatewayChannel(String host, int port, String token, @Nullable SslContext tls) {

  private static final int FRAME = 2 << 20;

  /** Opens a connection whose callbacks run on the event loop, and so must not wait. */
  ManagedChannel direct(EventLoops loops) {
    return loops.carry(builder()).directExecutor().build();
  }

  /** Opens a connection whose callbacks may wait. */
  ManagedChannel patient() {
    return builder().build();
  }

  private NettyChannelBuilder builder() {
    NettyChannelBuilder builder =
        NettyChannelBuilder.forAddress(host, port)
            .maxInboundMessageSize(FRAME)
            .flowControlWindow(Chunks.WINDOW);
    return tls == null ? builder.usePlaintext() : builder.sslContext(tls);
  }

  /** Shows the token. */
  ClientInterceptor credentials() {
    Metadata metadata = new Metadata();
    metadata.put(
        Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
    return MetadataUtils.newAttachHeadersInterceptor(metadata);
  }

  /** Closes a connection, and waits a little for what is under way. */
  static void close(ManagedChannel channel) throws InterruptedException {
    channel.shutdown();
    if (!channel.awaitTermination(1, TimeUnit.SECONDS)) {
      channel.shutdownNow();
    }
  }

  /** Why the gateway does not want this worker, if that is what an error says; else null. */
  static @Nullable String refusal(Throwable broken) {
    Status status = Status.fromThrowable(broken);
    return switch (status.getCode()) {
      case UNAUTHENTICATED, PERMISSION_DENIED -> String.valueOf(status.getDescription());
      case UNIMPLEMENTED -> "The gateway does not give its code away; found " + status;
      default -> null;
    };
  }

  // The token is nobody's to read.
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
