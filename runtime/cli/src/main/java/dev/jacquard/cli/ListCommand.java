package dev.jacquard.cli;

import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.engine.code.PathCode;
import dev.jacquard.engine.registry.FolderRegistry;
import dev.jacquard.engine.registry.RegistryEntry;
import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code jacquard list}. */
@Command(
    name = "list",
    description = {
      "Lists what is registered, or, with --jar or --classpath, the workflows of that code.",
      "The newest registration of an application is the one that runs when no version is given."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  jacquard list", "  jacquard list --jar app.jar"})
final class ListCommand extends SubCommand {

  ListCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    CodeSource source = code();
    Optional<ClassPath> given = source.given();
    if (given.isPresent()) {
      onClassPath(given.get(), "");
    } else {
      registered(source.registry());
      source.ofEnvironment().ifPresent(this::ofEnvironment);
    }
    return ExitCode.SUCCEEDED;
  }

  private void registered(FolderRegistry registry) {
    List<RegistryEntry> entries = registry.entries();
    if (entries.isEmpty()) {
      console().err().println("Nothing is registered in " + registry.root() + ".");
    }
    PrintStream out = console().out();
    for (RegistryEntry entry : entries) {
      out.println(
          "%s  (registered %s, code %.12s)"
              .formatted(
                  entry.label(),
                  entry.registered().truncatedTo(ChronoUnit.SECONDS),
                  entry.codeDigest()));
      entry.workflows().keySet().forEach(id -> out.println("  " + id));
    }
  }

  private void ofEnvironment(ClassPath classPath) {
    console().out().println("not registered, on $" + CodeSource.VARIABLE + ":");
    onClassPath(classPath, "  ");
  }

  private void onClassPath(ClassPath classPath, String indent) {
    try (PathCode opened = PathCode.open(classPath)) {
      if (opened.workflows().isEmpty()) {
        console().err().println("There is no workflow on the class path " + classPath + ".");
      }
      opened.workflows().forEach(id -> console().out().println(indent + id));
    }
  }
}
