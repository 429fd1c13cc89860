package dev.jacquard.worker.offload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.BlobRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldFilesTest {

  @TempDir Path folder;

  private HeldFiles files;

  @BeforeEach
  void open() {
    files = new HeldFiles(folder, 10);
  }

  private BlobRef put(String text) throws IOException {
    return files.put(text.getBytes(UTF_8));
  }

  private long count() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.count();
    }
  }

  @Test
  void equalBytesAreKeptOnceAndAsLongAsAnybodyHoldsThem() throws IOException {
    BlobRef first = put("twelve bytes");
    assertThat(put("twelve bytes")).isEqualTo(first);
    assertThat(count()).isEqualTo(1);
    files.release(first);
    try (InputStream bytes = files.open(first)) {
      assertThat(bytes.readAllBytes()).asString(UTF_8).isEqualTo("twelve bytes");
    }
    files.release(first);
    assertThat(count()).isZero();
    assertThat(files.hold(first)).isFalse();
  }

  @Test
  void whatNobodyHoldsStaysForAWhileAndTheOldestGoesFirst() throws IOException {
    BlobRef old = put("four");
    BlobRef young = put("fours");
    files.release(old);
    files.release(young);
    assertThat(count()).isEqualTo(2);
    files.release(put("new"));
    assertThat(files.hold(old)).isFalse();
    assertThat(files.hold(young)).isTrue();
    files.release(put("newer bytes"));
    files.release(put("still newer"));
    assertThat(files.hold(young)).isTrue();
  }

  @Test
  void whatWasDeletedByOthersIsWrittenAgain() throws IOException {
    BlobRef blob = put("four");
    Files.delete(HeldFiles.file(folder, blob));
    put("four");
    assertThat(HeldFiles.file(folder, blob)).hasContent("four");
  }

  @Test
  void whatIsReleasedTooOftenIsHeldAsBefore() throws IOException {
    BlobRef blob = put("four");
    files.release(blob);
    files.release(blob);
    assertThat(files.hold(blob)).isTrue();
  }
}
