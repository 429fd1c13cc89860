package dev.jacquard.engine.code;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The ordered class path of an application: jars and directories of class files that exist.
 * Immutable.
 *
 * @param entries absolute paths, in the order in which classes are looked for, each once
 */
public record ClassPath(List<Path> entries) {

  /** Copies the list. */
  public ClassPath {
    entries = List.copyOf(entries);
  }

  /**
   * Makes a class path of what a person names. Each path may be
   *
   * <ul>
   *   <li>a jar; the entries of its manifest's {@code Class-Path} follow it,
   *   <li>a directory of class files,
   *   <li>the directory of a Maven project, which stands for its {@code target/classes},
   *   <li>{@code directory/*}: all jars in it, by name.
   * </ul>
   *
   * @throws CodeException if one of them does not exist or is none of these
   */
  public static ClassPath of(List<Path> paths) {
    Set<Path> entries = new LinkedHashSet<>();
    for (Path path : paths) {
      add(path.toAbsolutePath().normalize(), entries);
    }
    return new ClassPath(List.copyOf(entries));
  }

  /** Makes a class path of text as {@code java -classpath} takes it. */
  public static ClassPath parse(String text) {
    List<Path> paths = new ArrayList<>();
    for (String part : text.split(File.pathSeparator, -1)) {
      if (!part.isBlank()) {
        paths.add(path(part));
      }
    }
    return of(paths);
  }

  /** Returns this class path with another one behind it. */
  public ClassPath and(ClassPath others) {
    Set<Path> all = new LinkedHashSet<>(entries);
    all.addAll(others.entries);
    return new ClassPath(List.copyOf(all));
  }

  @Override
  public String toString() {
    return String.join(File.pathSeparator, entries.stream().map(Path::toString).toList());
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new CodeException(
          "The class path holds " + text + ", which is no path: " + e.getReason() + ".", e);
    }
  }

  private static void add(Path path, Set<Path> entries) {
    if (path.endsWith("*")) {
      addJarsOf(path, entries);
    } else if (Files.isDirectory(path)) {
      entries.add(classesOf(path));
    } else if (Files.isRegularFile(path)) {
      if (entries.add(path)) {
        JarManifest.of(path).classPath().forEach(entry -> add(entry, entries));
      }
    } else {
      throw new CodeException(
          "The class path names " + path + ", which does not exist." + notBuilt(path));
    }
  }

  private static void addJarsOf(Path wildcard, Set<Path> entries) {
    Path directory = wildcard.resolveSibling("");
    try (Stream<Path> files = Files.list(directory)) {
      files
          .filter(file -> file.toString().endsWith(".jar"))
          .sorted()
          .forEach(jar -> add(jar, entries));
    } catch (IOException e) {
      throw new CodeException(
          "The class path names " + wildcard + ", but its directory cannot be read.", e);
    }
  }

  private static Path classesOf(Path directory) {
    if (!Files.isRegularFile(directory.resolve("pom.xml"))) {
      return directory;
    }
    Path classes = directory.resolve("target").resolve("classes");
    if (!Files.isDirectory(classes)) {
      throw new CodeException(
          directory
              + " is a Maven project that has not been compiled: run mvn package in it first.");
    }
    return classes;
  }

  private static String notBuilt(Path path) {
    boolean target = path.getParent() != null && path.getParent().endsWith("target");
    return target ? " Build it first: mvn package." : "";
  }
}
