package dev.jacquard.cli;

import dev.jacquard.engine.code.SpecFiles;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The classes of {@code shop}, with their specs, in a directory of their own. */
public final class ShopCode {

  private ShopCode() {}

  public static Path in(Path directory) {
    try {
      URI here = ShopCode.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path classes = Path.of(here);
      Files.createDirectories(directory.resolve("shop"));
      try (Stream<Path> files = Files.list(classes.resolve("shop"))) {
        for (Path file : files.toList()) {
          Files.copy(file, directory.resolve("shop").resolve(file.getFileName().toString()));
        }
      }
      for (WorkflowSpec spec : ShopSpecs.all()) {
        Path file = directory.resolve(SpecFiles.resource(spec.getInterface().getId()));
        Files.createDirectories(file.getParent());
        Files.write(file, spec.toByteArray());
      }
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
