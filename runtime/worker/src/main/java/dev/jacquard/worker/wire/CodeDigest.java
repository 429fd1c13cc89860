package dev.jacquard.worker.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jacquard.engine.code.ClassPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A digest of the content of a class path, in its order. */
public final class CodeDigest {

  private CodeDigest() {}

  /** Returns the digest of the code on a class path, wherever its files lie. */
  public static String of(ClassPath classPath) {
    MessageDigest digest = sha256();
    for (Path entry : classPath.entries()) {
      List<Path> files = files(entry);
      digest.update((files.size() + ":").getBytes(UTF_8));
      for (Path file : files) {
        String name = Files.isDirectory(entry) ? entry.relativize(file).toString() : "";
        digest.update((name + ":").getBytes(UTF_8));
        digest.update(content(file));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Returns the digest of a text, for code that is known by it. */
  public static String of(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(UTF_8)));
  }

  /** Returns the SHA-256 of a file, in hexadecimal digits. */
  public static String ofFile(Path file) {
    return HexFormat.of().formatHex(content(file));
  }

  private static List<Path> files(Path entry) {
    try (Stream<Path> files = Files.walk(entry)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(entry + " cannot be read.", e);
    }
  }

  private static byte[] content(Path file) {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[1 << 16];
    try (InputStream stream = Files.newInputStream(file)) {
      for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
        digest.update(buffer, 0, count);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read.", e);
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
