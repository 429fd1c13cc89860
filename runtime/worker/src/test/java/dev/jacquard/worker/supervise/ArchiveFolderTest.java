package dev.jacquard.worker.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveFolderTest {

  @TempDir Path home;

  private ArchiveFolder folder() {
    return ArchiveFolder.ofUser(Map.of(), home).orElseThrow();
  }

  private static void file(Path path, Duration age) throws IOException {
    Files.writeString(path, "");
    Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(age)));
  }

  @Test
  void isInTheCachesThatTheUserNamed() {
    String caches = home.resolve("caches").toString();
    assertThat(ArchiveFolder.ofUser(Map.of("XDG_CACHE_HOME", caches), home).orElseThrow().path())
        .isEqualTo(home.resolve("caches/jacquard/class-archives"));
    assertThat(folder().path()).isEqualTo(home.resolve(".cache/jacquard/class-archives"));
  }

  @Test
  void isMissingWhereItCannotBeMade() throws IOException {
    Files.writeString(home.resolve(".cache"), "no folder");
    assertThat(ArchiveFolder.ofUser(Map.of(), home)).isEmpty();
  }

  @Test
  void keepsTheEightArchivesThatWereUsedLast() throws IOException {
    ArchiveFolder folder = folder();
    for (int i = 0; i < 12; i++) {
      file(folder.archive("a" + i), Duration.ofMinutes(i));
    }
    folder.prune();
    try (Stream<Path> files = Files.list(folder.path())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "a0.jsa", "a1.jsa", "a2.jsa", "a3.jsa", "a4.jsa", "a5.jsa", "a6.jsa", "a7.jsa");
    }
  }

  @Test
  void losesWhatWasLeftBehind() throws IOException {
    ArchiveFolder folder = folder();
    Path old = folder.temporary(".classes");
    Path inTheMaking = folder.temporary(".classes");
    file(old, Duration.ofHours(2));
    folder.prune();
    assertThat(old).doesNotExist();
    assertThat(inTheMaking).exists();
  }
}
