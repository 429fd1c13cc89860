package dev.jacquard.worker.offload;

import dev.jacquard.BlobRef;
import dev.jacquard.spi.BlobStore;
import dev.jacquard.spi.FolderBlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's end of offloading: what it sends is held while a worker may need it, what workers
 * send is read once. All of it goes when this is closed. Thread-safe.
 */
public final class EngineOffloads implements AutoCloseable {

  /** Nothing is offloaded. */
  public static final long NEVER = Long.MAX_VALUE;

  private static final Logger LOG = LoggerFactory.getLogger(EngineOffloads.class);
  private static final long LINGERING = 256L << 20;

  private final long above;
  private final @Nullable OffloadFolder folder;
  private final @Nullable HeldFiles values;

  private EngineOffloads(long above, @Nullable OffloadFolder folder) {
    this.above = above;
    this.folder = folder;
    this.values = folder == null ? null : new HeldFiles(folder.path().resolve("values"), LINGERING);
  }

  /** All values go in their messages. */
  public static EngineOffloads none() {
    return new EngineOffloads(NEVER, null);
  }

  /**
   * Offloads values into a folder beside blobs; where they are in none, no value is offloaded.
   *
   * @param above values whose encoding has more bytes
   */
  public static EngineOffloads beside(BlobStore blobs, long above) {
    return blobs instanceof FolderBlobStore store
        ? in(store.root().toAbsolutePath(), above)
        : none();
  }

  /**
   * Offloads values into a folder of its own in a store; where that cannot be made, none.
   *
   * @param above values whose encoding has more bytes
   */
  public static EngineOffloads in(Path store, long above) {
    if (above == NEVER) {
      return none();
    }
    try {
      return new EngineOffloads(above, OffloadFolder.in(store));
    } catch (IOException e) {
      LOG.info(
          "Long values go in their messages: {} cannot be written; found {}", store, e.toString());
      return none();
    }
  }

  /** Values whose encoding has more bytes are offloaded; {@link #NEVER}: none. */
  public long above() {
    return above;
  }

  /** The folder that workers of this machine share; null: nothing is offloaded. */
  public @Nullable Path folder() {
    return folder == null ? null : folder.path();
  }

  /** Begins what is held for a worker; null: nothing is offloaded. */
  public @Nullable Holdings holdings() {
    return values == null ? null : new Holdings(values, above);
  }

  /**
   * Begins to take what a worker sends, which shares the folder.
   *
   * @param place the worker's
   * @param longest how many bytes a value may have
   */
  public ResultFiles results(String place, long longest) {
    return new ResultFiles(folder == null ? null : folder.path().resolve(place), longest);
  }

  /** Opens an encoding that is held. */
  public InputStream open(BlobRef blob) throws IOException {
    if (values == null) {
      throw new IOException("Nothing is offloaded here.");
    }
    return values.open(blob);
  }

  @Override
  public void close() {
    if (folder != null) {
      folder.close();
    }
  }
}
