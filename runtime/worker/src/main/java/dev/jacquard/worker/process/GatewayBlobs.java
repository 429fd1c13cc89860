package dev.jacquard.worker.process;

import dev.jacquard.BlobRef;
import dev.jacquard.spi.BlobStore;
import dev.jacquard.spi.FolderBlobStore;
import dev.jacquard.worker.transfer.PartsInput;
import dev.jacquard.worker.transfer.PartsPump;
import dev.jacquard.worker.v1.Blob;
import dev.jacquard.worker.v1.Part;
import dev.jacquard.worker.v1.WorkerBlobsGrpc;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The engine's blobs, seen from a machine that does not share its store: what is read is kept here,
 * what is made is sent there. Thread-safe.
 */
public final class GatewayBlobs implements BlobStore, Closeable {

  private final GatewayChannel gateway;
  private final FolderBlobStore kept;
  private @Nullable ManagedChannel channel;

  /**
   * Makes a store.
   *
   * @param kept what has been read or made here
   */
  public GatewayBlobs(GatewayChannel gateway, FolderBlobStore kept) {
    this.gateway = gateway;
    this.kept = kept;
  }

  private synchronized ManagedChannel channel() {
    ManagedChannel open = channel;
    if (open == null) {
      open = gateway.patient();
      channel = open;
    }
    return open;
  }

  @Override
  public BlobRef put(InputStream bytes) throws IOException {
    BlobRef blob = kept.put(bytes);
    CompletableFuture<Blob> answer = new CompletableFuture<>();
    WorkerBlobsGrpc.newStub(channel())
        .withInterceptors(gateway.credentials())
        .put(new Upload(kept.open(blob), answer));
    try {
      if (!answer.get().getDigest().equals(blob.digest())) {
        throw new IOException("The bytes of a blob must arrive as they were sent.");
      }
      return blob;
    } catch (ExecutionException e) {
      throw new IOException("The gateway must keep the bytes of a blob; found " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Sending the bytes of a blob was interrupted.", e);
    }
  }

  @Override
  public InputStream open(BlobRef blob) throws IOException {
    try {
      return kept.open(blob);
    } catch (NoSuchFileException e) {
      fetch(blob);
      return kept.open(blob);
    }
  }

  /** Opens the way to the gateway's service. */
  WorkerBlobsGrpc.WorkerBlobsBlockingStub stub() {
    return WorkerBlobsGrpc.newBlockingStub(channel()).withInterceptors(gateway.credentials());
  }

  private void fetch(BlobRef blob) throws IOException {
    try {
      Iterator<Part> parts =
          stub().open(Blob.newBuilder().setDigest(blob.digest()).setSize(blob.size()).build());
      BlobRef fetched = kept.put(new PartsInput(parts));
      if (!fetched.equals(blob)) {
        throw new IOException("The bytes of a blob must arrive as they were sent.");
      }
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
        throw new NoSuchFileException(blob.digest(), null, e.getStatus().getDescription());
      }
      throw new IOException("The gateway must have the bytes of a blob; found " + e, e);
    }
  }

  @Override
  public synchronized void close() {
    if (channel != null) {
      channel.shutdownNow();
    }
  }

  /** Sends bytes, and waits for what they are known by. */
  private record Upload(InputStream bytes, CompletableFuture<Blob> answer)
      implements ClientResponseObserver<Part, Blob> {

    @Override
    public void beforeStart(ClientCallStreamObserver<Part> stream) {
      PartsPump.start(bytes, stream);
    }

    @Override
    public void onNext(Blob blob) {
      answer.complete(blob);
    }

    @Override
    public void onError(Throwable broken) {
      answer.completeExceptionally(broken);
    }

    @Override
    public void onCompleted() {
      answer.completeExceptionally(new IOException("The gateway has not said what it keeps."));
    }
  }
}
