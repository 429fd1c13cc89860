package dev.jacquard.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a compilation wrote.
 *
 * @param contents by path: the text of a source, a digest of anything else
 */
record Outputs(SortedMap<String, String> contents) {

  static Outputs of(Path root, List<Path> folders) {
    SortedMap<String, String> contents = new TreeMap<>();
    for (Path folder : folders) {
      for (Path file : Project.filesBelow(folder)) {
        contents.put(Project.name(root, file), content(file));
      }
    }
    return new Outputs(contents);
  }

  /** Those with such a path. */
  Outputs only(Predicate<String> path) {
    SortedMap<String, String> kept = new TreeMap<>(contents);
    kept.keySet().removeIf(path.negate());
    return new Outputs(kept);
  }

  /** What Jacquard wrote itself: specs and generated sources, without what javac makes of them. */
  Outputs jacquards() {
    return only(path -> path.endsWith(".pb") || path.endsWith(".java"));
  }

  private static String content(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return file.toString().endsWith(".java")
          ? new String(bytes, StandardCharsets.UTF_8)
          : HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
