package dev.jacquard.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command finds an application's code. */
final class CodeOptions {

  @Option(
      names = "--jar",
      paramLabel = "FILE",
      description =
          "The application: a jar (with what its manifest's Class-Path names), a directory of classes, or that of a"
              + " Maven project, which stands for its target/classes.")
  private List<Path> jars = new ArrayList<>();

  @Option(
      names = {"--classpath", "-cp"},
      paramLabel = "PATH",
      description = "What else it needs, as java -classpath takes it.")
  private String classPath = "";

  @Option(
      names = "--registry",
      paramLabel = "DIR",
      description =
          "The registry; default: $JACQUARD_REGISTRY, else jacquard/registry in $XDG_DATA_HOME or ~/.local/share.")
  private @Nullable Path registry;

  CodeOptions() {}

  List<Path> jars() {
    return jars;
  }

  String classPath() {
    return classPath;
  }

  @Nullable Path registry() {
    return registry;
  }
}
