package dev.jacquard.engine.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 in lower-case hexadecimal. */
final class Digest {

  private Digest() {}

  static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK must have SHA-256.", e);
    }
  }

  static String finish(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  static String of(List<String> lines) {
    MessageDigest digest = start();
    lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
    return finish(digest);
  }

  static String of(Path file) throws IOException {
    MessageDigest digest = start();
    try (InputStream input = Files.newInputStream(file);
        OutputStream output = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      input.transferTo(output);
    }
    return finish(digest);
  }
}
