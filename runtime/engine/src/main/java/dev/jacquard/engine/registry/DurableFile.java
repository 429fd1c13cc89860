package dev.jacquard.engine.registry;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Files that are there whole or not at all, also after {@code kill -9} or a loss of power: written
 * under another name, forced to disk, renamed.
 */
final class DurableFile {

  private DurableFile() {}

  /** What is written into a file. */
  interface Content {
    void writeTo(OutputStream output) throws IOException;
  }

  static void write(Path temporary, Content content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      OutputStream output = Channels.newOutputStream(channel);
      content.writeTo(output);
      output.flush();
      channel.force(true);
    }
  }

  /** Gives a written file its name; what had that name before is replaced. */
  static void publish(Path temporary, Path file) throws IOException {
    Path directory = file.resolveSibling("");
    Files.createDirectories(directory);
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceDirectory(directory);
  }

  /**
   * Not every system lets a directory be opened; on those the rename is as durable as it can be.
   */
  private static void forceDirectory(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      return;
    }
  }
}
