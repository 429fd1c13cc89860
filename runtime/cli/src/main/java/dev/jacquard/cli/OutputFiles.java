package dev.jacquard.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Files that options name, to be written in the end. */
final class OutputFiles {

  private OutputFiles() {}

  /** What cannot be written in the end is known before anything runs. */
  static void check(String option, Path file) {
    obstacle(file)
        .ifPresent(
            found -> {
              throw new UsageException(
                  option
                      + " must be a file that can be written; found "
                      + found
                      + ": "
                      + file
                      + ".");
            });
  }

  private static Optional<String> obstacle(Path file) {
    if (Files.isDirectory(file)) {
      return Optional.of("a folder");
    }
    if (Files.exists(file)) {
      return Files.isWritable(file) ? Optional.empty() : Optional.of("one that is write-protected");
    }
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return Optional.of("no folder " + folder);
    }
    return Files.isWritable(folder)
        ? Optional.empty()
        : Optional.of("a write-protected folder " + folder);
  }
}
