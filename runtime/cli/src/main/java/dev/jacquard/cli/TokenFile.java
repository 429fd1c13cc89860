package dev.jacquard.cli;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file that says what the workers of a pool have to know: {@code TOKEN}, or {@code POOL TOKEN}.
 */
final class TokenFile {

  private static final String PLAIN = "plain";
  private static final int BYTES = 32;

  private TokenFile() {}

  /** Reads the tokens by their pools. */
  static Map<String, String> read(Path file) {
    Map<String, String> tokens = new LinkedHashMap<>();
    for (String line : lines(file)) {
      String[] words = line.strip().split("\\s+", -1);
      if (words.length > 2) {
        throw new UsageException(
            "--token-file must hold lines of TOKEN, or POOL TOKEN; found one of "
                + words.length
                + " words in "
                + file
                + ".");
      }
      if (!words[0].isEmpty()) {
        tokens.put(words.length == 1 ? PLAIN : words[0], words[words.length - 1]);
      }
    }
    if (tokens.isEmpty()) {
      throw new UsageException("--token-file must hold a token; found none in " + file + ".");
    }
    return tokens;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UsageException("--token-file must be readable; found " + e, e);
    }
  }

  /** Makes a token that nobody can guess, in a file that its owner alone can read. */
  static void make(Path file) {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    try {
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(file, HexFormat.of().formatHex(secret) + "\n");
    } catch (IOException e) {
      throw new UsageException("--token-file must be a file that can be written; found " + e, e);
    }
  }
}
