package dev.jacquard.worker.process;

import dev.jacquard.BlobRef;
import dev.jacquard.spi.BlobStore;
import dev.jacquard.spi.FolderBlobStore;
import dev.jacquard.worker.transfer.BlobUpload;
import dev.jacquard.worker.transfer.PartsInput;
import dev.jacquard.worker.v1.Blob;
import dev.jacquard.worker.v1.Part;
import dev.jacquard.worker.v1.WorkerBlobsGrpc;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Iterator;
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
    BlobUpload.send(
        WorkerBlobsGrpc.newStub(channel()).withInterceptors(gateway.credentials()),
        kept.open(blob),
        blob);
    return blob;
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
}
