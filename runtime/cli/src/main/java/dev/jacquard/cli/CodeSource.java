package dev.jacquard.cli;

import dev.jacquard.engine.code.ClassPath;
import dev.jacquard.engine.code.Doctor;
import dev.jacquard.engine.code.LinkProblem;
import dev.jacquard.engine.code.PathCode;
import dev.jacquard.engine.code.WorkflowNames;
import dev.jacquard.engine.registry.FolderRegistry;
import dev.jacquard.engine.registry.RegisteredNames;
import dev.jacquard.engine.registry.RegisteredNames.Target;
import dev.jacquard.engine.registry.RegistryLocation;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the code of a workflow: on the class path that was given; else in the registry; else on the
 * class path of {@code $JACQUARD_CLASSPATH}.
 */
final class CodeSource {

  /** The class path of what is neither given nor registered. */
  static final String VARIABLE = "JACQUARD_CLASSPATH";

  private final CodeOptions options;
  private final Map<String, String> environment;

  CodeSource(CodeOptions options, Map<String, String> environment) {
    this.options = options;
    this.environment = environment;
  }

  /** A workflow and the code that it is in. */
  record Found(PathCode code, String workflow) implements AutoCloseable {
    @Override
    public void close() {
      code.close();
    }
  }

  FolderRegistry registry() {
    Path told = options.registry();
    Path home = Path.of(System.getProperty("user.home", "."));
    return FolderRegistry.at(
        told != null
            ? Folders.check("--registry", told)
            : RegistryLocation.ofUser(environment, home));
  }

  /** Returns the class path that was given on the command line, if one was. */
  Optional<ClassPath> given() {
    ClassPath classPath = ClassPath.of(options.jars()).and(ClassPath.parse(options.classPath()));
    return classPath.entries().isEmpty() ? Optional.empty() : Optional.of(classPath);
  }

  /** Returns the class path of the environment, if it has one. */
  Optional<ClassPath> ofEnvironment() {
    String text = environment.getOrDefault(VARIABLE, "");
    return text.isBlank() ? Optional.empty() : Optional.of(ClassPath.parse(text));
  }

  /**
   * Opens the code of a workflow.
   *
   * @param name its id or a unique end of it, or a name in the registry
   * @throws UsageException if the name means none or several
   */
  Found open(String name) {
    Optional<ClassPath> given = given();
    if (given.isPresent()) {
      return onClassPath(name, given.get());
    }
    FolderRegistry registry = registry();
    RegisteredNames names = new RegisteredNames(registry.entries());
    if (!names.find(name).isEmpty()) {
      Target target = names.resolve(name);
      return new Found(registry.open(target.entry()), target.workflow());
    }
    Optional<ClassPath> fallback = ofEnvironment();
    if (fallback.isPresent()) {
      return onClassPath(name, fallback.get());
    }
    throw new UsageException(missing(name, registry, names));
  }

  private static Found onClassPath(String name, ClassPath classPath) {
    PathCode code = PathCode.open(classPath);
    if (WorkflowNames.matching(name, code.workflows()).isEmpty()) {
      String message = unknown(name, code);
      code.close();
      throw new UsageException(message);
    }
    return new Found(code, WorkflowNames.resolve(name, code.workflows()));
  }

  /**
   * A class that is there, but has no spec of that name, is the doctor's case; else the name is
   * wrong.
   */
  private static String unknown(String name, PathCode code) {
    int dot = name.lastIndexOf('.');
    String classFile = name.substring(0, Math.max(0, dot)).replace('.', '/') + ".class";
    if (dot > 0 && code.loader().getResource(classFile) != null) {
      return Doctor.examine(code, name).orElseThrow();
    }
    if (code.workflows().isEmpty()) {
      return "There is no workflow on the class path "
          + code.classPath()
          + ". If its sources have some: "
          + LinkProblem.Remedy.PROCESSOR.advice();
    }
    return WorkflowNames.unknown(name, code.workflows());
  }

  private static String missing(String name, FolderRegistry registry, RegisteredNames names) {
    return names.unknown(name)
        + "\nGive its code with --jar or --classpath, or register it first: jacquard register app.jar"
        + "\n(registry: "
        + registry.root()
        + ")";
  }
}
