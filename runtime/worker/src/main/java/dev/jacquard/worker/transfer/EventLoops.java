package dev.jacquard.worker.transfer;

import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.epoll.Epoll;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollIoHandler;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollServerSocketChannel;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollSocketChannel;
import io.grpc.netty.shaded.io.netty.channel.nio.NioIoHandler;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerSocketChannel;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioSocketChannel;
import io.grpc.netty.shaded.io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The threads that read and write connections, which end when this is closed. gRPC's own outlive
 * their use, and a JVM takes 0.3 s longer to end while a thread waits in native code.
 */
public final class EventLoops implements AutoCloseable {

  private static final long LONGEST_END_MILLIS = 300;

  private final boolean epoll = Epoll.isAvailable();
  private final EventLoopGroup group;

  /** Makes so many threads, when they are needed. */
  public EventLoops(int threads) {
    group =
        new MultiThreadIoEventLoopGroup(
            threads,
            new DefaultThreadFactory("jacquard-io", true),
            epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
  }

  /** Lets these threads carry a client's connections. */
  public NettyChannelBuilder carry(NettyChannelBuilder client) {
    return client
        .eventLoopGroup(group)
        .channelType(epoll ? EpollSocketChannel.class : NioSocketChannel.class);
  }

  /** Lets these threads carry a server's connections. */
  public NettyServerBuilder carry(NettyServerBuilder server) {
    return server
        .bossEventLoopGroup(group)
        .workerEventLoopGroup(group)
        .channelType(epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class);
  }

  @Override
  public void close() {
    group
        .shutdownGracefully(0, LONGEST_END_MILLIS, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(LONGEST_END_MILLIS);
  }
}
