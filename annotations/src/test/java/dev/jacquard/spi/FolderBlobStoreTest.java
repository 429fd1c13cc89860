package dev.jacquard.spi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacquard.BlobRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderBlobStoreTest {

  private static final String DIGEST_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;
  private FolderBlobStore store;

  @BeforeEach
  void open() {
    store = new FolderBlobStore(folder.resolve("blobs"));
  }

  @Test
  void bytesAreKeptUnderTheirDigest() throws IOException {
    BlobRef blob = put("abc");
    assertThat(blob).isEqualTo(new BlobRef(DIGEST_OF_ABC, 3));
    assertThat(read(blob)).isEqualTo("abc");
    assertThat(files()).containsExactly("blobs/ba/" + DIGEST_OF_ABC);
  }

  @Test
  void equalBytesAreKeptOnce() throws IOException {
    assertThat(put("abc")).isEqualTo(put("abc"));
    assertThat(files()).hasSize(1);
  }

  @Test
  void whatIsMissingSaysWhereItWasLookedFor() {
    BlobRef blob = new BlobRef(DIGEST_OF_ABC, 3);
    assertThatThrownBy(() -> store.open(blob))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("cleaned up");
  }

  @Test
  void streamThatBreaksLeavesNothing() throws IOException {
    InputStream broken = InputStream.nullInputStream();
    broken.close();
    assertThatThrownBy(() -> store.put(broken)).isInstanceOf(IOException.class);
    assertThat(files()).isEmpty();
  }

  @Test
  void cleaningRemovesWhatNobodyHasUsed() throws IOException {
    BlobRef used = put("used");
    BlobRef unused = put("unused");
    Instant before = Instant.now().plusSeconds(60);
    assertThat(store.clean(Instant.EPOCH, false)).isEqualTo(new FolderBlobStore.Cleaned(0, 0));
    assertThat(store.clean(before, true)).isEqualTo(new FolderBlobStore.Cleaned(2, 10));
    assertThat(read(used)).isEqualTo("used");
    assertThat(store.clean(before, false)).isEqualTo(new FolderBlobStore.Cleaned(2, 10));
    assertThatThrownBy(() -> store.open(unused)).isInstanceOf(NoSuchFileException.class);
    assertThat(files()).isEmpty();
  }

  @Test
  void whatIsPutAgainWasUsed() throws IOException {
    BlobRef blob = put("abc");
    age(blob);
    put("abc");
    assertThat(store.clean(anHourAgo(), false).blobs()).isZero();
    assertThat(read(blob)).isEqualTo("abc");
  }

  @Test
  void whatIsReadWasUsed() throws IOException {
    BlobRef blob = put("abc");
    age(blob);
    read(blob);
    assertThat(store.clean(anHourAgo(), false).blobs()).isZero();
  }

  @Test
  void whatIsPutWhileOthersCleanIsThereAfterwards() throws Exception {
    ExecutorService cleaner = Executors.newSingleThreadExecutor();
    try {
      for (int i = 0; i < 300; i++) {
        age(put("abc"));
        CyclicBarrier start = new CyclicBarrier(2);
        Future<?> cleaned =
            cleaner.submit(
                () -> {
                  start.await();
                  return store.clean(anHourAgo(), false);
                });
        start.await();
        BlobRef blob = put("abc");
        cleaned.get();
        assertThat(read(blob)).isEqualTo("abc");
      }
    } finally {
      cleaner.shutdownNow();
    }
  }

  private void age(BlobRef blob) throws IOException {
    Path file = store.root().resolve(blob.digest().substring(0, 2)).resolve(blob.digest());
    Files.setLastModifiedTime(file, FileTime.from(anHourAgo().minusSeconds(1)));
  }

  private static Instant anHourAgo() {
    return Instant.now().minusSeconds(3600);
  }

  private BlobRef put(String text) throws IOException {
    return store.put(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private String read(BlobRef blob) throws IOException {
    try (InputStream bytes = store.open(blob)) {
      return new String(bytes.readAllBytes(), UTF_8);
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .toList();
    }
  }
}
