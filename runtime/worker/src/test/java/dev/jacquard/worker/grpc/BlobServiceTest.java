package dev.jacquard.worker.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.jacquard.spi.FolderBlobStore;
import dev.jacquard.worker.offload.EngineOffloads;
import dev.jacquard.worker.v1.Blob;
import dev.jacquard.worker.v1.Part;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobServiceTest {

  private static final int LONGEST = 10;

  @TempDir Path folder;

  private final List<Blob> kept = new ArrayList<>();
  private final List<Status> failures = new ArrayList<>();

  private void put(int... sizes) {
    StreamObserver<Part> in =
        new BlobService(
                new FolderBlobStore(folder.resolve("blobs")),
                new OffloadedValues(EngineOffloads.none(), List.of()),
                LONGEST)
            .put(
                new StreamObserver<>() {
                  @Override
                  public void onNext(Blob blob) {
                    kept.add(blob);
                  }

                  @Override
                  public void onError(Throwable broken) {
                    failures.add(Status.fromThrowable(broken));
                  }

                  @Override
                  public void onCompleted() {}
                });
    for (int size : sizes) {
      in.onNext(Part.newBuilder().setBytes(ByteString.copyFrom(new byte[size])).build());
    }
    in.onCompleted();
  }

  @Test
  void bytesAreKnownByTheirDigest() {
    put(4, 6);
    assertThat(kept).extracting(Blob::getSize).containsExactly(10L);
    assertThat(failures).isEmpty();
  }

  @Test
  void moreThanMayBeIsRefusedAndNotKept() {
    put(4, 7, 4);
    assertThat(kept).isEmpty();
    assertThat(failures)
        .extracting(Status::getCode)
        .containsExactly(Status.Code.RESOURCE_EXHAUSTED);
    assertThat(folder.resolve("blobs")).doesNotExist();
  }
}
