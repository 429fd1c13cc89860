package dev.jacquard.spi;

import dev.jacquard.BlobRef;
import java.io.IOException;
import java.io.InputStream;

/**
 * Where the bytes of {@link BlobRef}s are. Content-addressed: equal bytes are kept once, and what
 * is in it never changes. Thread-safe, also between processes that share it.
 */
public interface BlobStore {

  /**
   * Keeps bytes.
   *
   * @param bytes read to its end, and not closed
   * @return what they are known by; returned when they are safe
   * @throws IOException if they cannot be read or kept; then nothing is kept
   */
  BlobRef put(InputStream bytes) throws IOException;

  /**
   * Opens bytes for reading.
   *
   * @return a stream that the caller closes
   * @throws java.nio.file.NoSuchFileException if they are not here
   * @throws IOException if they cannot be read
   */
  InputStream open(BlobRef blob) throws IOException;
}
