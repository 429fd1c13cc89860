package dev.jacquard.worker.process;

import dev.jacquard.worker.transfer.PartsInput;
import dev.jacquard.worker.v1.CodeEntry;
import dev.jacquard.worker.v1.Part;
import dev.jacquard.worker.wire.CodeDigest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Jars by their digests, kept between runs. What is in it under its name is whole: files are
 * written elsewhere, checked, and moved into place, so that any number of workers may do so at
 * once.
 */
final class JarCache {

  private final Path folder;
  private final List<Path> there;

  /**
   * Opens a cache.
   *
   * @param there jars that this machine has anyway, under whatever name
   */
  JarCache(Path folder, List<Path> there) {
    this.folder = folder;
    this.there = List.copyOf(there);
  }

  /**
   * Returns a jar, fetched if it is not there.
   *
   * @throws IOException if it cannot be kept, or what was fetched is something else
   */
  Path get(CodeEntry entry, Supplier<Iterator<Part>> parts) throws IOException {
    if (!entry.getDigest().matches("[0-9a-f]{64}")) {
      throw new IOException("A digest must be 64 hexadecimal digits; found " + entry.getDigest());
    }
    Path jar = folder.resolve(entry.getDigest() + ".jar");
    if (Files.exists(jar) && Files.size(jar) == entry.getSize()) {
      return jar;
    }
    for (Path known : there) {
      if (Files.isRegularFile(known)
          && Files.size(known) == entry.getSize()
          && CodeDigest.ofFile(known).equals(entry.getDigest())) {
        return known;
      }
    }
    fetch(entry, parts.get(), jar);
    return jar;
  }

  private void fetch(CodeEntry entry, Iterator<Part> parts, Path jar) throws IOException {
    Path incoming = Files.createTempFile(Files.createDirectories(folder), "incoming", "");
    try {
      try (OutputStream out = Files.newOutputStream(incoming)) {
        new PartsInput(parts).transferTo(out);
      }
      if (!CodeDigest.ofFile(incoming).equals(entry.getDigest())) {
        throw new IOException(
            "The jar " + entry.getName() + " must arrive as it was sent; found other bytes.");
      }
      Files.move(incoming, jar, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(incoming);
    }
  }
}
