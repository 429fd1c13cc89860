package dev.jacquard.worker.grpc;

import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where a gateway listens.
 *
 * @param address the address and port; port 0: any that is free
 * @param tls what both ends show each other; null: nothing, as on loopback
 */
public record Door(InetSocketAddress address, @Nullable SslContext tls) {}
