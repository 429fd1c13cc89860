package dev.jacquard;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A handle on bytes that stay in a store, named by what they are: equal handles mean equal bytes.
 * Passed between tasks as a value, so that large data does not travel with each call. Immutable.
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
}
