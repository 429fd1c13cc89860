package dev.jacquard.benchmarks;

import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * The far side of the bare stream: a process that prints its port, and ends with its standard
 * input.
 */
final class BareServer {

  private BareServer() {}

  public static void main(String[] arguments) throws IOException {
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .directExecutor()
            .maxInboundMessageSize(BareProtocol.LONGEST)
            .addService(
                ServerServiceDefinition.builder(BareProtocol.SERVICE)
                    .addMethod(
                        BareProtocol.EXCHANGE,
                        ServerCalls.asyncBidiStreamingCall(BareServer::exchange))
                    .build())
            .build()
            .start();
    System.out.println(server.getPort());
    while (System.in.read() >= 0) {}
    server.shutdownNow();
  }

  private static StreamObserver<byte[]> exchange(StreamObserver<byte[]> back) {
    return new StreamObserver<>() {
      @Override
      public void onNext(byte[] message) {
        back.onNext(BareProtocol.answer(message));
      }

      @Override
      public void onError(Throwable broken) {}

      @Override
      public void onCompleted() {
        back.onCompleted();
      }
    };
  }
}
