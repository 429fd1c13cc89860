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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
  void manyPutTheSameWhileOthersClean() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Void>> jobs = new ArrayList<>();
      for (int thread = 0; thread < 3; thread++) {
        jobs.add(() -> putAndReadAgain(200));
      }
      jobs.add(() -> cleanOftenWhatIsOld(200));
      for (Future<Void> job : threads.invokeAll(jobs)) {
        job.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Void putAndReadAgain(int times) throws IOException {
    for (int i = 0; i < times; i++) {
      assertThat(read(put("text " + i % 5))).isEqualTo("text " + i % 5);
    }
    return null;
  }

  private Void cleanOftenWhatIsOld(int times) throws IOException {
    for (int i = 0; i < times; i++) {
      store.clean(Instant.now().minusSeconds(60), false);
    }
    return null;
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
