package dev.jacquard.worker.fault;

import com.google.protobuf.ByteString;
import dev.jacquard.worker.v1.Assign;
import dev.jacquard.worker.v1.Blob;
import dev.jacquard.worker.v1.FromWorker;
import dev.jacquard.worker.v1.Heartbeat;
import dev.jacquard.worker.v1.Hello;
import dev.jacquard.worker.v1.Part;
import dev.jacquard.worker.v1.ToWorker;
import dev.jacquard.worker.v1.ToWorker.KindCase;
import dev.jacquard.worker.v1.WorkerBlobsGrpc;
import dev.jacquard.worker.v1.WorkerGatewayGrpc;
import dev.jacquard.worker.wire.Compatibility;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Speaks the protocol, and says what it likes. */
final class HostileClient implements StreamObserver<ToWorker>, AutoCloseable {

  private static final int FRAME = 4 << 20;
  private static final long PATIENCE_SECONDS = 10;

  private final ManagedChannel channel;
  private final Channel shown;
  private final BlockingQueue<ToWorker> heard = new LinkedBlockingQueue<>();
  private final CompletableFuture<Status> end = new CompletableFuture<>();
  private final StreamObserver<FromWorker> out;

  private HostileClient(int port, @Nullable String authorization) {
    channel =
        NettyChannelBuilder.forAddress("127.0.0.1", port)
            .usePlaintext()
            .maxInboundMessageSize(FRAME)
            .build();
    Metadata headers = new Metadata();
    if (authorization != null) {
      headers.put(
          Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), authorization);
    }
    shown =
        ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(headers));
    out = WorkerGatewayGrpc.newStub(shown).serve(this);
  }

  static HostileClient connect(int port) {
    return connect(port, "Bearer " + TrialGateway.TOKEN);
  }

  static HostileClient connect(int port, @Nullable String authorization) {
    return new HostileClient(port, authorization);
  }

  /** What an honest worker would say first. */
  static Hello.Builder properHello(String instance) {
    return Hello.newBuilder()
        .setProtocol(Compatibility.PROTOCOL)
        .setInstance(instance)
        .setPool(TrialGateway.POOL)
        .setSlots(1)
        .setSurroundings(TrialGateway.HERE);
  }

  HostileClient hello(Hello.Builder hello) {
    return say(FromWorker.newBuilder().setHello(hello));
  }

  synchronized HostileClient say(FromWorker.Builder message) {
    out.onNext(message.build());
    return this;
  }

  /** A sign of life, also after the end. */
  void beat(long number) {
    try {
      say(FromWorker.newBuilder().setHeartbeat(Heartbeat.newBuilder().setNumber(number)));
    } catch (IllegalStateException e) {
      // ended
    }
  }

  /** Waits for a message, and passes over all others. */
  ToWorker await(KindCase kind) throws InterruptedException {
    while (true) {
      ToWorker next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("The gateway must send " + kind + ".");
      }
      if (next.getKindCase() == kind) {
        return next;
      }
    }
  }

  /** Reads what was offloaded. */
  ByteString fetch(Blob blob) {
    ByteString bytes = ByteString.EMPTY;
    Iterator<Part> parts = WorkerBlobsGrpc.newBlockingStub(shown).openOffloaded(blob);
    while (parts.hasNext()) {
      bytes = bytes.concat(parts.next().getBytes());
    }
    return bytes;
  }

  /** Tries to read what was offloaded, and says why it cannot. */
  Status.Code fetchFails(Blob blob) {
    try {
      throw new AssertionError("The gateway must not give " + fetch(blob));
    } catch (StatusRuntimeException e) {
      return e.getStatus().getCode();
    }
  }

  /** Waits for work. */
  Assign work() throws InterruptedException {
    return await(KindCase.ASSIGN).getAssign();
  }

  /** Waits until it is refused, and says why. */
  String refusal() throws Exception {
    String reason = await(KindCase.REFUSAL).getRefusal().getReason();
    end();
    return reason;
  }

  /** Waits until the gateway has ended the stream. */
  Status end() throws Exception {
    return end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Whether the stream has ended, or ends within a time. */
  boolean endsWithin(Duration time) throws Exception {
    try {
      end.get(time.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  @Override
  public void onNext(ToWorker message) {
    heard.add(message);
  }

  @Override
  public void onError(Throwable broken) {
    end.complete(Status.fromThrowable(broken));
  }

  @Override
  public void onCompleted() {
    end.complete(Status.OK);
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
