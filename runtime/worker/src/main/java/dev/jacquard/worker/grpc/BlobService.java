package dev.jacquard.worker.grpc;

import dev.jacquard.BlobRef;
import dev.jacquard.spi.BlobStore;
import dev.jacquard.worker.transfer.PartsPump;
import dev.jacquard.worker.v1.Blob;
import dev.jacquard.worker.v1.Part;
import dev.jacquard.worker.v1.WorkerBlobsGrpc;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine's blobs, for workers that do not share its store. */
public final class BlobService extends WorkerBlobsGrpc.WorkerBlobsImplBase {

  private static final Logger LOG = LoggerFactory.getLogger(BlobService.class);

  private final BlobStore store;
  private final @Nullable OffloadedValues offloaded;
  private final long longest;

  /**
   * Makes a service.
   *
   * @param offloaded what else workers may read
   * @param longest how many bytes a blob may have
   */
  BlobService(BlobStore store, @Nullable OffloadedValues offloaded, long longest) {
    this.store = store;
    this.offloaded = offloaded;
    this.longest = longest;
  }

  /**
   * Makes a service for whoever reaches it, with nothing but what is in a store.
   *
   * @param longest how many bytes a blob may have
   */
  public static BlobService of(BlobStore store, long longest) {
    return new BlobService(store, null, longest);
  }

  @Override
  public void open(Blob request, StreamObserver<Part> out) {
    send(request, out, store::open);
  }

  @Override
  public void openOffloaded(Blob request, StreamObserver<Part> out) {
    OffloadedValues values = offloaded;
    if (values == null) {
      out.onError(
          Status.NOT_FOUND.withDescription("No values are offloaded here.").asRuntimeException());
      return;
    }
    String pool = BearerTokens.POOL.get();
    send(request, out, blob -> values.open(pool, blob));
  }

  /** Where bytes are read. */
  @FunctionalInterface
  private interface Shelf {
    InputStream open(BlobRef blob) throws IOException;
  }

  private static void send(Blob request, StreamObserver<Part> out, Shelf shelf) {
    try {
      InputStream bytes = shelf.open(new BlobRef(request.getDigest(), request.getSize()));
      PartsPump.start(bytes, (ServerCallStreamObserver<Part>) out);
    } catch (NoSuchFileException | IllegalArgumentException e) {
      out.onError(Status.NOT_FOUND.withDescription(e.getMessage()).asRuntimeException());
    } catch (IOException e) {
      out.onError(Status.UNAVAILABLE.withDescription(e.toString()).asRuntimeException());
    }
  }

  @Override
  public StreamObserver<Part> put(StreamObserver<Blob> out) {
    try {
      return new Incoming(Files.createTempFile("jacquard-blob", ""), out);
    } catch (IOException e) {
      out.onError(Status.UNAVAILABLE.withDescription(e.toString()).asRuntimeException());
      return new Deaf();
    }
  }

  /** Hears the rest of what cannot be kept. */
  private static final class Deaf implements StreamObserver<Part> {
    @Override
    public void onNext(Part part) {}

    @Override
    public void onError(Throwable broken) {}

    @Override
    public void onCompleted() {}
  }

  /** Bytes as they come: kept when all are there. */
  private final class Incoming implements StreamObserver<Part> {

    private final Path file;
    private final OutputStream bytes;
    private final StreamObserver<Blob> out;
    private long size;
    private boolean over;

    Incoming(Path file, StreamObserver<Blob> out) throws IOException {
      this.file = file;
      this.bytes = Files.newOutputStream(file);
      this.out = out;
    }

    @Override
    public void onNext(Part part) {
      if (over) {
        return;
      }
      size += part.getBytes().size();
      if (size > longest) {
        fail(Status.RESOURCE_EXHAUSTED, "A blob must have at most " + longest + " bytes.");
        return;
      }
      try {
        part.getBytes().writeTo(bytes);
      } catch (IOException e) {
        fail(Status.UNAVAILABLE, e.toString());
      }
    }

    private void fail(Status status, String why) {
      forget();
      out.onError(status.withDescription(why).asRuntimeException());
    }

    private void forget() {
      over = true;
      try {
        bytes.close();
        Files.deleteIfExists(file);
      } catch (IOException e) {
        LOG.warn("The file {} must be deleted by hand.", file, e);
      }
    }

    @Override
    public void onError(Throwable broken) {
      forget();
    }

    @Override
    public void onCompleted() {
      if (over) {
        return;
      }
      try {
        bytes.close();
        try (InputStream all = Files.newInputStream(file)) {
          BlobRef blob = store.put(all);
          out.onNext(Blob.newBuilder().setDigest(blob.digest()).setSize(blob.size()).build());
          out.onCompleted();
        }
      } catch (IOException e) {
        out.onError(Status.UNAVAILABLE.withDescription(e.toString()).asRuntimeException());
      } finally {
        forget();
      }
    }
  }
}
