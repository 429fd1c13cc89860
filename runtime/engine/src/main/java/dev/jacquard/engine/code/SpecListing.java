package dev.jacquard.engine.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Lists the workflows of a class path by the names of their spec files. */
final class SpecListing {

  private SpecListing() {}

  static Set<String> of(ClassPath classPath) {
    Set<String> ids = new TreeSet<>();
    for (Path entry : classPath.entries()) {
      try {
        resources(entry).forEach(name -> SpecFiles.workflowId(name).ifPresent(ids::add));
      } catch (IOException e) {
        throw new CodeException(
            entry + " must be a jar or a directory; it cannot be read: " + e.getMessage(), e);
      }
    }
    return Collections.unmodifiableSet(ids);
  }

  private static List<String> resources(Path entry) throws IOException {
    if (Files.isDirectory(entry)) {
      Path folder = entry.resolve(SpecFiles.FOLDER);
      if (!Files.isDirectory(folder)) {
        return List.of();
      }
      try (Stream<Path> files = Files.list(folder)) {
        return files.map(file -> SpecFiles.FOLDER + file.getFileName()).toList();
      }
    }
    try (JarFile jar = new JarFile(entry.toFile(), false)) {
      return jar.stream().map(ZipEntry::getName).toList();
    }
  }
}
