package dev.jacquard.cli;

import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.engine.code.JarManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What an image is called that nobody has named. */
final class ImageNames {

  private ImageNames() {}

  /** {@code jacquard/shop}, by the application's first jar or folder. */
  static String of(ClassPath application) {
    return "jacquard/" + (application.entries().isEmpty() ? "worker" : name(application));
  }

  private static String name(ClassPath application) {
    Path first = application.entries().get(0);
    if (Files.isDirectory(first)) {
      boolean project = first.endsWith(Path.of("target", "classes")) && first.getNameCount() > 2;
      return component(first.getName(first.getNameCount() - (project ? 3 : 1)).toString());
    }
    String file = first.getName(first.getNameCount() - 1).toString().replaceFirst("\\.jar$", "");
    return component(JarManifest.of(first).name().orElse(file.replaceFirst("-[0-9].*$", "")));
  }

  /** As the names of images allow it. */
  private static String component(String text) {
    String name =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return name.isEmpty() ? "application" : name;
  }
}
