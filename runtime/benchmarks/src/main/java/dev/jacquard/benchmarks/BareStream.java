package dev.jacquard.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What an engineer would write by hand to have calls carried out by another process: one gRPC
 * stream to a child JVM. It calls back on the event loop at both ends, since grpc-java's default
 * executor makes a stream several times slower.
 */
final class BareStream implements AutoCloseable {

  private static final int BATCH = 100;

  private final Process server;
  private final ManagedChannel channel;
  private final BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();
  private final StreamObserver<byte[]> out;
  private volatile boolean closed;

  BareStream() throws IOException {
    server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                BareServer.class.getName())
            .redirectError(Redirect.INHERIT)
            .start();
    int port =
        Integer.parseInt(
            new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8)).readLine());
    channel =
        NettyChannelBuilder.forAddress("127.0.0.1", port)
            .usePlaintext()
            .directExecutor()
            .maxInboundMessageSize(BareProtocol.LONGEST)
            .build();
    out =
        ClientCalls.asyncBidiStreamingCall(
            channel.newCall(BareProtocol.EXCHANGE, CallOptions.DEFAULT), new Answers());
  }

  /** Sends one message and waits for its answer. */
  byte[] exchange(byte[] message) throws InterruptedException {
    out.onNext(message);
    return answers.take();
  }

  /**
   * The map of {@link Pipelines#flags}, in batches, all sent before the first answer is awaited.
   */
  List<Boolean> flags(List<Integer> points, int threshold) throws InterruptedException {
    for (int from = 0; from < points.size(); from += BATCH) {
      out.onNext(batch(points.subList(from, Math.min(points.size(), from + BATCH)), threshold));
    }
    List<Boolean> flags = new ArrayList<>(points.size());
    while (flags.size() < points.size()) {
      for (byte flag : answers.take()) {
        flags.add(flag == 1);
      }
    }
    return flags;
  }

  private static byte[] batch(List<Integer> points, int threshold) {
    ByteBuffer message = ByteBuffer.allocate(1 + Integer.BYTES * (1 + points.size()));
    message.put(BareProtocol.FLAGS).putInt(threshold);
    points.forEach(message::putInt);
    return message.array();
  }

  @Override
  public void close() {
    closed = true;
    channel.shutdownNow();
    server.destroy();
  }

  private final class Answers implements StreamObserver<byte[]> {
    @Override
    public void onNext(byte[] answer) {
      answers.add(answer);
    }

    @Override
    public void onError(Throwable broken) {
      if (!closed) {
        broken.printStackTrace();
      }
    }

    @Override
    public void onCompleted() {}
  }
}
