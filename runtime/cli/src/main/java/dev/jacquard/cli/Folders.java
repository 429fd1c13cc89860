package dev.jacquard.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Folders as options name them. */
final class Folders {

  private Folders() {}

  /** Returns it; it need not be there, but refuses what is there and is none. */
  static Path check(String option, Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new UsageException(option + " must be a folder; found a file: " + folder + ".");
    }
    if (Files.exists(folder) && !Files.isReadable(folder)) {
      throw new UsageException(
          option + " must be a folder that you may read; found " + folder + ".");
    }
    return folder;
  }
}
