package dev.jacquard;

import dev.jacquard.spi.BlobStore;
import dev.jacquard.spi.CallContext;
import dev.jacquard.spi.CurrentCall;
import dev.jacquard.spi.FolderBlobStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A handle on bytes that stay in a store, named by what they are: equal handles mean equal bytes.
 * Passed between tasks as a value, so that large data does not travel with each call. Immutable.
 *
 * <p>A task makes one from a file, an array or a stream, and another reads it as a stream. The
 * store is that of the runtime in the thread that runs a task, and the user's everywhere else: in
 * {@code $JACQUARD_BLOBS}, else in {@code jacquard/blobs} of the user's data folder. {@code
 * jacquard clean} removes from it what has not been used for long.
 *
 * @param digest the SHA-256 of the bytes: 64 hexadecimal digits in lower case
 * @param size the number of bytes
 */
public record BlobRef(String digest, long size) {

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  /** Checks the form of the digest and the size. */
  public BlobRef {
    Objects.requireNonNull(digest, "digest");
    if (!DIGEST.matcher(digest).matches()) {
      throw new IllegalArgumentException(
          "A digest must be 64 hexadecimal digits in lower case; found \"" + digest + "\".");
    }
    if (size < 0) {
      throw new IllegalArgumentException("A size must be 0 or more bytes; found " + size + ".");
    }
  }

  /**
   * Puts the bytes of a file into the store.
   *
   * @throws IOException if they cannot be read or kept
   */
  public static BlobRef of(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return of(bytes);
    }
  }

  /**
   * Puts bytes into the store.
   *
   * @throws IOException if they cannot be kept
   */
  public static BlobRef of(byte[] bytes) throws IOException {
    return of(new ByteArrayInputStream(bytes));
  }

  /**
   * Puts the bytes of a stream into the store.
   *
   * @param bytes read to its end, and not closed
   * @throws IOException if they cannot be read or kept
   */
  public static BlobRef of(InputStream bytes) throws IOException {
    return store().put(bytes);
  }

  /**
   * Opens the bytes for reading.
   *
   * @return a stream that the caller closes
   * @throws java.nio.file.NoSuchFileException if they are not in the store
   * @throws IOException if they cannot be read
   */
  public InputStream open() throws IOException {
    return store().open(this);
  }

  private static BlobStore store() {
    CallContext call = CurrentCall.ofThread().get();
    return call == null ? FolderBlobStore.ofUser() : call.blobs();
  }
}
