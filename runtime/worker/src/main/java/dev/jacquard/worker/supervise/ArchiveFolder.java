package dev.jacquard.worker.supervise;

import dev.jacquard.spi.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the class-data archives of a user's workers are: a folder that nobody else may write, since
 * a JVM trusts what it maps. Holds few of them, those used last.
 */
record ArchiveFolder(Path path) {

  static final String ARCHIVE = ".jsa";
  private static final int KEPT = 8;
  private static final Duration LEFT_BEHIND = Duration.ofHours(1);

  /** Returns the user's folder, made if need be; empty if there can be none. */
  static Optional<ArchiveFolder> ofUser(Map<String, String> environment, Path home) {
    Path folder = DataFolder.ofCaches(environment, home).resolve("class-archives");
    try {
      Files.createDirectories(folder);
      if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
      return Optional.of(new ArchiveFolder(folder));
    } catch (IOException | SecurityException e) {
      return Optional.empty();
    }
  }

  Path archive(String name) {
    return path.resolve(name + ARCHIVE);
  }

  /** Makes an empty file for something that becomes an archive, or is left behind. */
  Path temporary(String kind) throws IOException {
    return Files.createTempFile(path, "new-", kind);
  }

  /** Deletes all archives but those used last, and what others have left behind. */
  void prune() throws IOException {
    Instant old = Instant.now().minus(LEFT_BEHIND);
    List<Path> archives;
    try (Stream<Path> files = Files.list(path)) {
      archives = files.sorted(Comparator.comparing(ArchiveFolder::used).reversed()).toList();
    }
    int kept = 0;
    for (Path file : archives) {
      boolean finished = !file.getFileName().toString().startsWith("new-");
      if (finished ? ++kept > KEPT : used(file).isBefore(old)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static Instant used(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return Instant.EPOCH;
    }
  }

  /** Notes that an archive was used now. */
  static void touch(Path archive) {
    try {
      Files.setLastModifiedTime(archive, FileTime.from(Instant.now()));
    } catch (IOException e) {
      // It only goes earlier than it should.
    }
  }
}
