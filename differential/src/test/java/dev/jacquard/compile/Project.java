package dev.jacquard.compile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder with sources, and the folders that javac writes classes and generated sources to. */
record Project(Path root) {

  /** Copies the sources of another folder, its subfolders among them. */
  static Project copyOf(Path sources, Path root) {
    Project project = new Project(root);
    filesBelow(sources).forEach(file -> project.write(name(sources, file), text(file)));
    return project;
  }

  /** The project of a shop: a dozen files that name each other in every way that a user's do. */
  static Project shop(Path root) {
    Project project = new Project(root);
    for (String name : lines(resource("/shop/files.txt"))) {
      project.write("shop/" + name, resource("/shop/" + name));
    }
    return project;
  }

  /** The shop, and the examples where their module lies beside this one. */
  static Project shopAndExamples(Path root) {
    Project project = shop(root);
    Path examples =
        Path.of(System.getProperty("basedir", ""))
            .toAbsolutePath()
            .resolveSibling("examples")
            .resolve("src/main/java");
    filesBelow(examples).forEach(file -> project.write(name(examples, file), text(file)));
    return project;
  }

  Path sources() {
    return root.resolve("sources");
  }

  Path classes() {
    return root.resolve("classes");
  }

  Path generated() {
    return root.resolve("generated");
  }

  Project write(String name, String text) {
    try {
      Path file = sources().resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String name) {
    return text(sources().resolve(name));
  }

  Path file(String name) {
    return sources().resolve(name);
  }

  /** The sources in a fixed order. */
  List<Path> files() {
    return filesBelow(sources()).stream()
        .filter(file -> file.getFileName().toString().endsWith(".java"))
        .toList();
  }

  /** What was written, by path below {@code classes} and {@code generated}. */
  Outputs outputs() {
    return Outputs.of(root, List.of(classes(), generated()));
  }

  /** Removes what was written. */
  Project clean() {
    deleteAll(filesBelow(classes()));
    deleteAll(filesBelow(generated()));
    return this;
  }

  static void deleteAll(Collection<Path> files) {
    try {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> filesBelow(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The path of a file below a folder, with slashes on every system. */
  static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(String text) {
    return Arrays.asList(text.strip().split("\\R"));
  }

  private static String resource(String name) {
    try (InputStream in = Project.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
