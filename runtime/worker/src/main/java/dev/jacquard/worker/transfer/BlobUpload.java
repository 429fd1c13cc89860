package dev.jacquard.worker.transfer;

import dev.jacquard.BlobRef;
import dev.jacquard.worker.v1.Blob;
import dev.jacquard.worker.v1.Part;
import dev.jacquard.worker.v1.WorkerBlobsGrpc;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Sends bytes, and waits for what they are known by.
 *
 * @param bytes closed in the end
 */
public record BlobUpload(InputStream bytes, CompletableFuture<Blob> answer)
    implements ClientResponseObserver<Part, Blob> {

  /**
   * Sends the bytes of a blob.
   *
   * @param bytes closed in the end
   * @throws IOException if they are not kept there, as they were sent
   */
  public static void send(WorkerBlobsGrpc.WorkerBlobsStub to, InputStream bytes, BlobRef blob)
      throws IOException {
    CompletableFuture<Blob> answer = new CompletableFuture<>();
    to.put(new BlobUpload(bytes, answer));
    try {
      if (!answer.get().getDigest().equals(blob.digest())) {
        throw new IOException("The bytes of a blob must arrive as they were sent.");
      }
    } catch (ExecutionException e) {
      throw new IOException("The gateway must keep the bytes of a blob; found " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Sending the bytes of a blob was interrupted.", e);
    }
  }

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
