package dev.jacquard.engine.registry;

import dev.jacquard.engine.code.DirectoryJar;
import dev.jacquard.engine.registry.RegistryEntry.CodeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Content by its digest: {@code blobs/ab/abcd...}. Whoever writes holds the folder's lock; readers
 * need none.
 */
final class BlobFolder {

  private final Path blobs;
  private final Path temporary;

  BlobFolder(Path root) {
    this.blobs = root.resolve("blobs");
    this.temporary = root.resolve("tmp");
  }

  /** Keeps a jar, or a directory as a jar. A damaged blob of the same digest is replaced by it. */
  CodeFile store(Path source) throws IOException {
    Path copy = temporary.resolve(UUID.randomUUID().toString());
    Files.createDirectories(temporary);
    MessageDigest digest = Digest.start();
    DurableFile.write(copy, output -> copy(source, new DigestOutputStream(output, digest)));
    CodeFile file = new CodeFile(name(source), Digest.finish(digest), Files.size(copy));
    if (isSound(file)) {
      Files.delete(copy);
    } else {
      DurableFile.publish(copy, path(file));
    }
    return file;
  }

  /** Writes a small file durably, by way of the temporary folder. */
  void publish(byte[] content, Path file) throws IOException {
    Path copy = temporary.resolve(UUID.randomUUID().toString());
    Files.createDirectories(temporary);
    DurableFile.write(copy, output -> output.write(content));
    DurableFile.publish(copy, file);
  }

  Path path(CodeFile file) {
    return blobs.resolve(file.digest().substring(0, 2)).resolve(file.digest());
  }

  boolean isSound(CodeFile file) throws IOException {
    Path blob = path(file);
    return Files.isRegularFile(blob)
        && Files.size(blob) == file.size()
        && Digest.of(blob).equals(file.digest());
  }

  /** Deletes what writers left behind that were killed. Under the lock nobody else is writing. */
  void sweepTemporary() throws IOException {
    for (Path leftover : files(temporary)) {
      Files.deleteIfExists(leftover);
    }
  }

  /** Deletes the blobs that no entry names. */
  void sweep(Set<String> digestsInUse) throws IOException {
    for (Path blob : files(blobs)) {
      if (!digestsInUse.contains(blob.getFileName().toString())) {
        Files.deleteIfExists(blob);
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).toList();
    }
  }

  private static void copy(Path source, OutputStream output) throws IOException {
    if (Files.isDirectory(source)) {
      DirectoryJar.write(source, output);
    } else {
      Files.copy(source, output);
    }
  }

  private static String name(Path source) {
    return source.endsWith("target/classes")
        ? CodeNames.project(source) + "/target/classes"
        : String.valueOf(source.getFileName());
  }
}
