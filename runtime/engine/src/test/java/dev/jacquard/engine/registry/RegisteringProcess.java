package dev.jacquard.engine.registry;

import dev.jacquard.engine.code.ClassPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A process of its own that registers versions of a jar, one after another: for tests of several at
 * once.
 */
final class RegisteringProcess {

  private RegisteringProcess() {}

  /** Arguments: registry, jar, name, first version, one after the last. */
  public static void main(String[] arguments) {
    FolderRegistry registry = FolderRegistry.at(Path.of(arguments[0]));
    ClassPath classPath = ClassPath.of(List.of(Path.of(arguments[1])));
    for (int version = Integer.parseInt(arguments[3]);
        version < Integer.parseInt(arguments[4]);
        version++) {
      registry.register(
          new Application(
              classPath, Optional.of(arguments[2]), Optional.of(String.valueOf(version))));
    }
  }

  static Process start(Path registry, Path jar, String name, int from, int to) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            RegisteringProcess.class.getName(),
            registry.toString(),
            jar.toString(),
            name,
            String.valueOf(from),
            String.valueOf(to))
        .inheritIO()
        .start();
  }
}
