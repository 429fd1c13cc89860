package dev.jacquard.worker.supervise;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process that makes a class-data archive: of its own class path, with the classes of a list. It
 * gets its name when it is complete, so that others see all of it or nothing.
 */
final class ArchiveMaker {

  /** A worker without it has carried out nothing, and shows little of what one needs. */
  private static final String PROOF_OF_WORK = "dev/jacquard/worker/process/AssignedBatch ";

  private static final long PATIENCE_SECONDS = 120;

  private ArchiveMaker() {}

  /** Takes the list and the archive. Prints nothing: there is nobody to read it. */
  public static void main(String[] words) throws IOException, InterruptedException {
    Path list = Path.of(words[0]);
    Path archive = Path.of(words[1]);
    try {
      ArchiveFolder folder = new ArchiveFolder(archive.resolveSibling(""));
      if (!Files.exists(archive) && complete(list)) {
        make(list, archive, folder);
      }
      folder.prune();
    } finally {
      Files.deleteIfExists(list);
    }
  }

  /** Cuts off a line that a worker could not write to its end. */
  private static boolean complete(Path list) throws IOException {
    String text = Files.readString(list, UTF_8);
    String lines = text.substring(0, text.lastIndexOf('\n') + 1);
    Files.writeString(list, lines, UTF_8);
    return lines.contains(PROOF_OF_WORK);
  }

  private static void make(Path list, Path archive, ArchiveFolder folder)
      throws IOException, InterruptedException {
    Path made = folder.temporary(ArchiveFolder.ARCHIVE);
    try {
      if (dump(list, made)) {
        Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      Files.deleteIfExists(made);
    }
  }

  /** With G1 the archive has objects too, which workers load whatever collector they have. */
  private static boolean dump(Path list, Path made) throws IOException, InterruptedException {
    Process dump =
        new ProcessBuilder(
                List.of(
                    WorkerCommand.java(),
                    "-Xshare:dump",
                    "-XX:+UseG1GC",
                    "-XX:SharedClassListFile=" + list,
                    "-XX:SharedArchiveFile=" + made,
                    "-Xlog:disable"))
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    if (!dump.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      dump.destroyForcibly();
      return false;
    }
    return dump.exitValue() == 0 && Files.size(made) > 0;
  }
}
