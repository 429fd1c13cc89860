package dev.jacquard.worker.offload;

import dev.jacquard.BlobRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The encodings of the engine's values, each in a file named by its digest: kept while somebody
 * holds it, and for a while after, in case it is wanted again. Thread-safe.
 */
final class HeldFiles {

  private static final Logger LOG = LoggerFactory.getLogger(HeldFiles.class);

  private final Path folder;
  private final long lingering;
  private final Map<BlobRef, Integer> held = new HashMap<>();
  private final Map<BlobRef, Boolean> unheld = new LinkedHashMap<>();
  private long unheldBytes;

  /**
   * Makes an empty folder.
   *
   * @param lingering how many bytes may be kept that nobody holds
   */
  HeldFiles(Path folder, long lingering) {
    this.folder = folder;
    this.lingering = lingering;
  }

  /** Keeps an encoding, and holds it once more. */
  BlobRef put(byte[] encoded) throws IOException {
    BlobRef blob = Encodings.name(encoded);
    Path file = file(folder, blob);
    synchronized (this) {
      if (!Files.exists(file)) {
        Encodings.write(encoded, file);
      }
      if (!hold(blob)) {
        held.put(blob, 1);
      }
    }
    return blob;
  }

  /** Holds an encoding once more; false: it is not here. */
  synchronized boolean hold(BlobRef blob) {
    if (unheld.remove(blob) != null) {
      unheldBytes -= blob.size();
      held.put(blob, 1);
      return true;
    }
    return held.computeIfPresent(blob, (same, times) -> times + 1) != null;
  }

  /** Lets go of an encoding once. */
  synchronized void release(BlobRef blob) {
    Integer times = held.get(blob);
    if (times == null) {
      return;
    }
    if (times > 1) {
      held.put(blob, times - 1);
      return;
    }
    held.remove(blob);
    unheld.put(blob, true);
    unheldBytes += blob.size();
    while (unheldBytes > lingering) {
      BlobRef oldest = unheld.keySet().iterator().next();
      unheld.remove(oldest);
      unheldBytes -= oldest.size();
      delete(oldest);
    }
  }

  private void delete(BlobRef blob) {
    try {
      Files.deleteIfExists(file(folder, blob));
    } catch (IOException e) {
      LOG.warn("A value of {} bytes is kept until the runtime closes.", blob.size(), e);
    }
  }

  InputStream open(BlobRef blob) throws IOException {
    return Files.newInputStream(file(folder, blob));
  }

  static Path file(Path folder, BlobRef blob) {
    return folder.resolve(blob.digest());
  }
}
