package dev.jacquard.worker.offload;

import dev.jacquard.BlobRef;
import dev.jacquard.worker.v1.Offloaded;
import dev.jacquard.worker.wire.OffloadSource;
import dev.jacquard.worker.wire.OffloadTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one worker sends beside its messages. It writes a file for each value, under a name that it
 * uses once; the engine reads it when the message comes, and deletes it: so that neither needs to
 * know when the other is done. Thread-safe.
 */
public final class ResultFiles {

  private static final Logger LOG = LoggerFactory.getLogger(ResultFiles.class);

  private final @Nullable Path folder;
  private final long longest;

  /**
   * Reads files.
   *
   * @param folder where they are; null: nowhere
   * @param longest how many bytes each may have
   */
  ResultFiles(@Nullable Path folder, long longest) {
    this.folder = folder;
    this.longest = longest;
  }

  /**
   * Returns where a worker puts them.
   *
   * @param above values whose encoding has more bytes
   */
  public static OffloadTarget target(Path folder, long above) {
    return new Target(folder, above, new AtomicLong());
  }

  private record Target(Path folder, long above, AtomicLong copies) implements OffloadTarget {
    @Override
    public Offloaded.Builder put(byte[] encoded) throws IOException {
      BlobRef blob = Encodings.name(encoded);
      long copy = copies.incrementAndGet();
      Encodings.write(encoded, file(folder, blob, copy));
      return Encodings.refer(blob).setCopy(copy);
    }
  }

  // Named by what has been checked, so that no message leads out of the folder.
  private static Path file(Path folder, BlobRef blob, long copy) {
    return folder.resolve(blob.digest() + "-" + Long.toUnsignedString(copy));
  }

  /** Takes what a message refers to; what is wrong with it is told when it is asked for. */
  public OffloadSource take(List<Offloaded> offloaded) {
    if (offloaded.isEmpty()) {
      return OffloadSource.NONE;
    }
    Map<Offloaded, byte[]> taken = new HashMap<>();
    Map<Offloaded, String> problems = new HashMap<>();
    for (Offloaded one : offloaded) {
      try {
        taken.put(one, take(one));
      } catch (IOException | IllegalArgumentException e) {
        problems.put(one, String.valueOf(e.getMessage()));
      }
    }
    return one -> {
      byte[] encoded = taken.get(one);
      if (encoded == null) {
        throw new IllegalArgumentException(problems.get(one));
      }
      return encoded;
    };
  }

  private byte[] take(Offloaded offloaded) throws IOException {
    BlobRef blob = Encodings.named(offloaded);
    if (folder == null) {
      throw new IOException(
          "A worker must share the folder of the engine to offload; found " + blob + ".");
    }
    Path file = file(folder, blob, offloaded.getCopy());
    try {
      return Encodings.read(file, blob, longest);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** The worker is gone: what has not been read never will be. */
  public void close() {
    try {
      if (folder != null) {
        OffloadFolder.delete(folder);
      }
    } catch (IOException e) {
      LOG.debug("What a worker left in {} goes when the runtime closes.", folder, e);
    }
  }
}
