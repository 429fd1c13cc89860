package dev.jacquard.cli;

import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.engine.registry.Application;
import dev.jacquard.engine.registry.FolderRegistry;
import dev.jacquard.engine.registry.Registry.Registered;
import dev.jacquard.engine.registry.RegistryEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jacquard register}. */
@Command(
    name = "register",
    description = {
      "Registers an application, so that its workflows run by name.",
      "Its code is copied: what happens to the files afterwards changes nothing. First it is checked that all tasks,"
          + " records and workflows that it names are there and fit; none of its code is run for that."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  jacquard register app.jar",
      "  jacquard register app.jar --name anomaly --version 1.2",
      "  jacquard register target/classes --classpath \"$(cat classpath.txt)\""
    })
final class RegisterCommand extends SubCommand {

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "The application's jar or directory first, then what else it needs.")
  private List<Path> files = List.of();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "Default: the artifact's name in the jar, else the file's name without its version.")
  private @Nullable String name;

  @Option(
      names = "--version",
      paramLabel = "VERSION",
      description =
          "Default: the jar's version (Implementation-Version, or Maven's); a -SNAPSHOT gets the content's digest"
              + " added; without any, that digest is the version.")
  private @Nullable String version;

  RegisterCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    CodeSource source = code();
    ClassPath classPath = ClassPath.of(files).and(source.given().orElse(new ClassPath(List.of())));
    if (classPath.entries().isEmpty()) {
      throw new UsageException("Say what to register: jacquard register app.jar");
    }
    FolderRegistry registry = source.registry();
    Registered registered =
        registry.register(
            new Application(classPath, Optional.ofNullable(name), Optional.ofNullable(version)));
    tell(registered, registry);
    return ExitCode.SUCCEEDED;
  }

  private void tell(Registered registered, FolderRegistry registry) {
    RegistryEntry entry = registered.entry();
    console()
        .out()
        .println(
            (registered.isNew() ? "registered " : "already registered: ")
                + entry.label()
                + "  (code %.12s, in %s)".formatted(entry.codeDigest(), registry.root()));
    entry.workflows().keySet().forEach(id -> console().out().println("  " + id));
  }
}
