package dev.jacquard.worker.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.jacquard.worker.v1.CodeEntry;
import dev.jacquard.worker.v1.Part;
import dev.jacquard.worker.wire.CodeDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarCacheTest {

  @TempDir Path folder;

  private CodeEntry entry(String content) throws IOException {
    Path jar = Files.writeString(folder.resolve("original"), content);
    return CodeEntry.newBuilder()
        .setDigest(CodeDigest.ofFile(jar))
        .setSize(Files.size(jar))
        .setName("app.jar")
        .build();
  }

  private static Iterator<Part> parts(String... texts) {
    return Stream.of(texts)
        .map(text -> Part.newBuilder().setBytes(ByteString.copyFromUtf8(text)).build())
        .iterator();
  }

  private Path cache() {
    return folder.resolve("cache");
  }

  @Test
  void jarIsFetchedOnce() throws IOException {
    JarCache cache = new JarCache(cache(), List.of());
    CodeEntry entry = entry("some classes");
    Path jar = cache.get(entry, () -> parts("some ", "classes"));
    assertThat(jar).hasContent("some classes");
    assertThat(
            cache.get(
                entry,
                () -> {
                  throw new AssertionError("It is there.");
                }))
        .isEqualTo(jar);
  }

  @Test
  void jarThatIsThereUnderAnotherNameIsNotFetched() throws IOException {
    CodeEntry entry = entry("some classes");
    Path other = Files.writeString(folder.resolve("other.jar"), "more classes");
    Path same = Files.writeString(folder.resolve("app-1.2.jar"), "some classes");
    JarCache cache = new JarCache(cache(), List.of(folder.resolve("gone.jar"), other, same));
    assertThat(cache.get(entry, () -> parts("from afar"))).isEqualTo(same);
    assertThat(cache()).doesNotExist();
  }

  @Test
  void otherBytesAreRefusedAndNotKept() throws IOException {
    JarCache cache = new JarCache(cache(), List.of());
    CodeEntry entry = entry("some classes");
    assertThatThrownBy(() -> cache.get(entry, () -> parts("evil classes")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("app.jar must arrive as it was sent");
    assertThat(cache()).isEmptyDirectory();
  }

  @Test
  void jarThatIsNotWholeIsFetchedAgain() throws IOException {
    JarCache cache = new JarCache(cache(), List.of());
    CodeEntry entry = entry("some classes");
    Files.writeString(Files.createDirectories(cache()).resolve(entry.getDigest() + ".jar"), "some");
    assertThat(cache.get(entry, () -> parts("some classes"))).hasContent("some classes");
  }

  @Test
  void whatIsNoDigestNamesNoFile() {
    CodeEntry entry = CodeEntry.newBuilder().setDigest("../../elsewhere").build();
    assertThatThrownBy(() -> new JarCache(cache(), List.of()).get(entry, () -> parts("x")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("64 hexadecimal digits");
  }
}
