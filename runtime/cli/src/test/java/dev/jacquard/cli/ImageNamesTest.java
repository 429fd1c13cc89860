package dev.jacquard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.code.ClassPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageNamesTest {

  @TempDir Path folder;

  @Test
  void imageIsNamedByTheApplication() throws IOException {
    assertThat(name(folder.resolve("My_Shop/target/classes"))).isEqualTo("jacquard/my-shop");
    assertThat(name(folder.resolve("classes"))).isEqualTo("jacquard/classes");
    Path jar = folder.resolve("Shop-API-1.2.jar");
    new JarOutputStream(Files.newOutputStream(jar)).close();
    assertThat(ImageNames.of(new ClassPath(List.of(jar)))).isEqualTo("jacquard/shop-api");
    assertThat(ImageNames.of(new ClassPath(List.of()))).isEqualTo("jacquard/worker");
  }

  private static String name(Path classes) throws IOException {
    return ImageNames.of(new ClassPath(List.of(Files.createDirectories(classes))));
  }

  @Test
  void sizesAreForPeople() {
    assertThat(ImageReport.size(999)).isEqualTo("999 B");
    assertThat(ImageReport.size(45_120_000)).isEqualTo("45.1 MB");
    assertThat(ImageReport.size(7_000_000_000_000L)).isEqualTo("7000.0 GB");
  }
}
