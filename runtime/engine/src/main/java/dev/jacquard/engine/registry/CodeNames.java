package dev.jacquard.engine.registry;

import dev.jacquard.engine.code.JarManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names and versions of applications: which are allowed, and those that follow from the code. */
final class CodeNames {

  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,99}");
  private static final Pattern JAR = Pattern.compile("(.+?)(-\\d[^/]*)?\\.jar");
  private static final String SNAPSHOT = "-SNAPSHOT";
  private static final int SHORT = 12;

  private CodeNames() {}

  /** Returns a name or version that somebody gave, if it may stand in a file name. */
  static String checked(String what, String name) {
    if (ALLOWED.matcher(name).matches()) {
      return name;
    }
    throw new RegistryException(
        "The %s must be up to 100 letters, digits, dots, hyphens, underscores and plus signs, a letter or digit first; found '%s'."
            .formatted(what, name));
  }

  static String name(Path first) {
    Optional<String> told =
        Files.isDirectory(first) ? Optional.empty() : JarManifest.of(first).name();
    return told.orElseGet(() -> fromFile(first))
        .replaceAll("[^A-Za-z0-9._+-]", "-")
        .replaceAll("^[^A-Za-z0-9]+", "");
  }

  /**
   * A released version stands for itself; everything else may change under it, so the content is a
   * part of it.
   */
  static String version(Path first, String codeDigest) {
    String digest = codeDigest.substring(0, SHORT);
    Optional<String> told =
        Files.isDirectory(first) ? Optional.empty() : JarManifest.of(first).version();
    return told.map(version -> version.endsWith(SNAPSHOT) ? version + "-" + digest : version)
        .orElse(digest);
  }

  /** The directory of the project whose {@code target/classes} it is. */
  static String project(Path classes) {
    Path project = classes.toAbsolutePath().resolve("../..").normalize();
    return String.valueOf(project.getFileName());
  }

  private static String fromFile(Path first) {
    if (first.endsWith("target/classes")) {
      return project(first);
    }
    String file = String.valueOf(first.getFileName());
    Matcher jar = JAR.matcher(file);
    return jar.matches() ? jar.group(1) : file;
  }
}
