package dev.jacquard.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Packs the workflows of one package, so that pods need not fetch all of this program. */
final class CodeJar {

  private static final String SPECS = "META-INF/jacquard";

  private CodeJar() {}

  /** Returns a jar with the classes and specs of the package of a class. */
  static Path of(Class<?> type) throws IOException, URISyntaxException {
    Path jar = Files.createTempFile("jacquard-benchmark", ".jar");
    jar.toFile().deleteOnExit();
    Path source = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(source)) {
      pack(source, type.getPackageName(), jar);
    } else {
      try (FileSystem files = FileSystems.newFileSystem(source, Map.of())) {
        pack(files.getPath("/"), type.getPackageName(), jar);
      }
    }
    return jar;
  }

  private static void pack(Path root, String of, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      add(root, of.replace('.', '/'), "", out);
      add(root, SPECS, of + ".", out);
    }
  }

  /** Adds the files of a folder whose names begin so. */
  private static void add(Path root, String folder, String prefix, JarOutputStream out)
      throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(folder))) {
      List<Path> chosen = files.filter(Files::isRegularFile).sorted().toList();
      for (Path each : chosen) {
        String name = each.getFileName().toString();
        if (name.startsWith(prefix)) {
          ZipEntry entry = new ZipEntry(folder + "/" + name);
          entry.setTime(0);
          out.putNextEntry(entry);
          Files.copy(each, out);
          out.closeEntry();
        }
      }
    }
  }
}
