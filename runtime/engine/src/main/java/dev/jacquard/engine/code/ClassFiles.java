package dev.jacquard.engine.code;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The class files that a loader would find, each read once; nothing is loaded. */
final class ClassFiles {

  private final ClassLoader loader;
  private final Map<String, Optional<ClassFacts>> read = new HashMap<>();

  ClassFiles(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * Reads what a class file says; empty if there is none.
   *
   * @param className binary name
   */
  Optional<ClassFacts> find(String className) {
    return read.computeIfAbsent(className, this::read);
  }

  private Optional<ClassFacts> read(String className) {
    String resource = className.replace('.', '/') + ".class";
    try (InputStream stream = loader.getResourceAsStream(resource)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(ClassFactsReader.read(stream.readAllBytes()));
    } catch (IOException | IllegalArgumentException e) {
      throw new CodeException(
          "The class file of " + className + " cannot be read: " + e.getMessage(), e);
    }
  }
}
