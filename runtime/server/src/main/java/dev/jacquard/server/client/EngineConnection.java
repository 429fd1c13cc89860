package dev.jacquard.server.client;

import dev.jacquard.BlobRef;
import dev.jacquard.kubernetes.cluster.ClusterException;
import dev.jacquard.server.v1.CancelRequest;
import dev.jacquard.server.v1.Cancelled;
import dev.jacquard.server.v1.Digests;
import dev.jacquard.server.v1.ExecutionsGrpc;
import dev.jacquard.server.v1.StartRequest;
import dev.jacquard.server.v1.Update;
import dev.jacquard.server.v1.WatchRequest;
import dev.jacquard.spi.BlobStore;
import dev.jacquard.worker.transfer.BlobUpload;
import dev.jacquard.worker.transfer.EventLoops;
import dev.jacquard.worker.transfer.PartsInput;
import dev.jacquard.worker.v1.Blob;
import dev.jacquard.worker.v1.WorkerBlobsGrpc;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The way to an engine. Thread-safe. */
final class EngineConnection implements AutoCloseable {

  private static final int LONGEST_MESSAGE = 1 << 30;
  private static final int ALIVE_SECONDS = 10;
  private static final long CLOSE_MILLIS = 500;
  private static final long PAUSE_NANOS = 500_000_000;

  private final EventLoops loops = new EventLoops(1);
  private final ManagedChannel channel;
  private final Duration patience;

  EngineConnection(InetSocketAddress address, Duration patience) {
    this.patience = patience;
    this.channel =
        loops
            .carry(NettyChannelBuilder.forAddress(address))
            .usePlaintext()
            .maxInboundMessageSize(LONGEST_MESSAGE)
            .keepAliveTime(ALIVE_SECONDS, TimeUnit.SECONDS)
            .keepAliveTimeout(ALIVE_SECONDS, TimeUnit.SECONDS)
            .build();
  }

  private ExecutionsGrpc.ExecutionsBlockingStub patient() {
    return ExecutionsGrpc.newBlockingStub(channel)
        .withWaitForReady()
        .withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Opens the bytes of something that the engine lacks. */
  @FunctionalInterface
  interface Shelf {
    InputStream open(BlobRef blob) throws IOException;
  }

  /** Sends what the engine lacks of some jars or blobs. */
  void send(Collection<BlobRef> blobs, Shelf shelf) throws IOException {
    Digests.Builder all = Digests.newBuilder();
    blobs.forEach(blob -> all.addBlobs(toProto(blob)));
    for (Blob missing : answered(() -> patient().missing(all.build())).getBlobsList()) {
      BlobRef blob = new BlobRef(missing.getDigest(), missing.getSize());
      BlobUpload.send(WorkerBlobsGrpc.newStub(channel), shelf.open(blob), blob);
    }
  }

  /** Fetches what is not here of some blobs. */
  void fetch(Collection<BlobRef> blobs, BlobStore store) throws IOException {
    for (BlobRef blob : blobs) {
      if (!has(store, blob)) {
        store.put(new PartsInput(WorkerBlobsGrpc.newBlockingStub(channel).open(toProto(blob))));
      }
    }
  }

  private static boolean has(BlobStore store, BlobRef blob) throws IOException {
    try {
      store.open(blob).close();
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static Blob toProto(BlobRef blob) {
    return Blob.newBuilder().setDigest(blob.digest()).setSize(blob.size()).build();
  }

  /**
   * Starts an execution.
   *
   * @throws IllegalArgumentException if what is asked for cannot be
   * @throws ClusterException if the engine cannot do its work in its cluster
   */
  void start(StartRequest request) {
    long begun = System.nanoTime();
    while (true) {
      try {
        answered(() -> patient().start(request));
        return;
      } catch (EngineLostException e) {
        // Under the same id it is started once, however often it is asked for.
        boolean cut = Status.fromThrowable(e).getCode() == Status.Code.UNAVAILABLE;
        if (!cut || System.nanoTime() - begun > patience.toNanos()) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private static <T> T answered(Question<T> question) {
    try {
      return question.ask();
    } catch (StatusRuntimeException e) {
      String words = String.valueOf(e.getStatus().getDescription());
      throw switch (e.getStatus().getCode()) {
        case INVALID_ARGUMENT -> new IllegalArgumentException(words, e);
        case FAILED_PRECONDITION -> new ClusterException(words, e);
        default ->
            new EngineLostException(
                "The engine must answer; found " + e.getStatus() + ". Look at its pod's log.", e);
      };
    }
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask();
  }

  /** Watches, or fails at once if there is no connection: whoever asks again knows for how long. */
  void watch(WatchRequest request, StreamObserver<Update> to) {
    channel.resetConnectBackoff();
    ExecutionsGrpc.newStub(channel).watch(request, to);
  }

  void cancel(String id) {
    ExecutionsGrpc.newStub(channel)
        .withWaitForReady()
        .withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS)
        .cancel(CancelRequest.newBuilder().setId(id).build(), new Deaf());
  }

  /** Whoever cancels watches for the end, and needs no other answer. */
  private static final class Deaf implements StreamObserver<Cancelled> {
    @Override
    public void onNext(Cancelled answer) {}

    @Override
    public void onError(Throwable broken) {}

    @Override
    public void onCompleted() {}
  }

  /** Whether the engine has said that it was told to end. */
  static boolean isEnding(Throwable broken) {
    return Status.fromThrowable(broken).getCode() == Status.Code.ABORTED;
  }

  /** Whether the engine has answered that it knows nothing of what it was asked for. */
  static boolean isUnknown(Throwable broken) {
    return Status.fromThrowable(broken).getCode() == Status.Code.NOT_FOUND;
  }

  @Override
  public void close() {
    channel.shutdown();
    try {
      if (!channel.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
        channel.shutdownNow();
      }
    } catch (InterruptedException e) {
      channel.shutdownNow();
      Thread.currentThread().interrupt();
    }
    loops.close();
  }
}
