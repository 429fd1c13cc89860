package dev.jacquard.spi;

import dev.jacquard.BlobRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names bytes by what they are: SHA-256, FIPS 180-4. */
final class BlobDigest {

  private BlobDigest() {}

  /** Copies bytes into a file and returns what they are known by. */
  static BlobRef copy(InputStream bytes, Path file) throws IOException {
    MessageDigest digest = sha256();
    long size;
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
      size = bytes.transferTo(out);
    }
    return new BlobRef(HexFormat.of().formatHex(digest.digest()), size);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must have SHA-256", e);
    }
  }
}
