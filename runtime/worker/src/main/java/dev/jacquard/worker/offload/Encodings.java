package dev.jacquard.worker.offload;

import dev.jacquard.BlobRef;
import dev.jacquard.worker.v1.Blob;
import dev.jacquard.worker.v1.Offloaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Encodings in files: written whole or not at all, and checked when they are read. */
public final class Encodings {

  private Encodings() {}

  /** Names an encoding by what it is. */
  static BlobRef name(byte[] encoded) {
    return new BlobRef(HexFormat.of().formatHex(sha256(encoded)), encoded.length);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must have SHA-256", e);
    }
  }

  /** Refers to an encoding. */
  static Offloaded.Builder refer(BlobRef blob) {
    return Offloaded.newBuilder()
        .setBlob(Blob.newBuilder().setDigest(blob.digest()).setSize(blob.size()));
  }

  /**
   * Returns what a message refers to.
   *
   * @throws IllegalArgumentException if that can be no encoding's name
   */
  public static BlobRef named(Offloaded offloaded) {
    return new BlobRef(offloaded.getBlob().getDigest(), offloaded.getBlob().getSize());
  }

  /** Writes a file. Not forced to the disk: it is of no use to anybody after a loss of power. */
  static void write(byte[] encoded, Path file) throws IOException {
    Path folder = file.resolveSibling("");
    Files.createDirectories(folder);
    Path temporary = Files.createTempFile(folder, "incoming", "");
    try {
      Files.write(temporary, encoded);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it is not there, cannot be read, or holds something else
   */
  static byte[] read(Path file, BlobRef blob, long longest) throws IOException {
    if (blob.size() > longest) {
      throw new IOException(
          "A value must have at most " + longest + " bytes; found one of " + blob.size() + ".");
    }
    try {
      if (!Files.isRegularFile(file) || Files.size(file) != blob.size()) {
        throw missing(blob);
      }
      return checked(Files.readAllBytes(file), blob);
    } catch (NoSuchFileException e) {
      throw missing(blob);
    }
  }

  /**
   * Checks bytes that have arrived.
   *
   * @throws IOException if they are not what they are said to be
   */
  public static byte[] checked(byte[] bytes, BlobRef blob) throws IOException {
    if (!name(bytes).equals(blob)) {
      throw new IOException(
          "The bytes of a value must be those that its message names; found others for "
              + blob
              + ".");
    }
    return bytes;
  }

  private static IOException missing(BlobRef blob) {
    return new IOException(
        "The bytes of a value must be where its message says; found none of " + blob + ".");
  }
}
