package dev.jacquard.engine.code;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * What a jar says of itself.
 *
 * @param classPath the jars beside it that it needs, those that exist, in order
 * @param name its artifact's name, if it says so
 * @param version its version, if it says so
 */
public record JarManifest(List<Path> classPath, Optional<String> name, Optional<String> version) {

  private static final String MAVEN = "META-INF/maven/";

  /** Copies the list. */
  public JarManifest {
    classPath = List.copyOf(classPath);
  }

  /**
   * Reads a jar's manifest, and what Maven writes beside it.
   *
   * @throws CodeException if the file is no jar
   */
  public static JarManifest of(Path jar) {
    try (JarFile file = new JarFile(jar.toFile(), false)) {
      Manifest manifest = file.getManifest();
      Attributes main = manifest == null ? new Attributes() : manifest.getMainAttributes();
      Properties maven = mavenProperties(file);
      return new JarManifest(
          classPath(jar, main),
          Optional.ofNullable(maven.getProperty("artifactId")),
          Optional.ofNullable(main.getValue(Attributes.Name.IMPLEMENTATION_VERSION))
              .or(() -> Optional.ofNullable(maven.getProperty("version"))));
    } catch (IOException e) {
      throw new CodeException(
          jar + " must be a jar; it cannot be read as one: " + e.getMessage(), e);
    }
  }

  /** Relative URLs, separated by blanks; what does not exist is left out, as the JVM does. */
  private static List<Path> classPath(Path jar, Attributes main) {
    String text = main.getValue(Attributes.Name.CLASS_PATH);
    List<Path> paths = new ArrayList<>();
    for (String part : text == null ? new String[0] : text.trim().split("\\s+")) {
      sibling(jar, part).ifPresent(paths::add);
    }
    return paths;
  }

  private static Optional<Path> sibling(Path jar, String url) {
    try {
      Path path = Path.of(jar.toUri().resolve(new URI(url))).normalize();
      return Files.exists(path) ? Optional.of(path) : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty(); // no file of this machine, so the JVM would not find it either
    }
  }

  /** A fat jar carries the descriptions of many artifacts, and then none is its own. */
  private static Properties mavenProperties(JarFile file) throws IOException {
    List<JarEntry> found =
        file.stream()
            .filter(
                entry ->
                    entry.getName().startsWith(MAVEN)
                        && entry.getName().endsWith("/pom.properties"))
            .toList();
    Properties properties = new Properties();
    if (found.size() == 1) {
      try (InputStream stream = file.getInputStream(found.get(0))) {
        properties.load(stream);
      }
    }
    return properties;
  }
}
