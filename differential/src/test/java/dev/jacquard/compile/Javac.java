package dev.jacquard.compile;

import dev.jacquard.Task;
import dev.jacquard.processor.JacquardProcessor;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A way to call this JVM's javac.
 *
 * @param processors makes the processors of each call; none leaves it to the options
 */
record Javac(List<String> options, List<Path> classPath, List<Supplier<Processor>> processors) {

  /** Without any processor. */
  static Javac alone() {
    return new Javac(List.of("-proc:none"), List.of(annotations()), List.of());
  }

  /** With a processor that does nothing, for which javac works in rounds and stops earlier. */
  static Javac withNothing() {
    return new Javac(List.of(), List.of(annotations()), List.of(() -> new WriterBeside(List.of())));
  }

  /** With Jacquard's processor. */
  static Javac withJacquard() {
    return new Javac(List.of(), List.of(annotations()), List.of(JacquardProcessor::new));
  }

  /** With no more than the options say. */
  static Javac asToldBy(String... options) {
    return new Javac(List.of(options), List.of(annotations()), List.of());
  }

  Javac with(String... more) {
    return new Javac(concat(options, List.of(more)), classPath, processors);
  }

  Javac on(Path... more) {
    return new Javac(options, concat(classPath, List.of(more)), processors);
  }

  Javac withoutClassPath() {
    return new Javac(options, List.of(), processors);
  }

  /** With these processors in the place of those that it has. */
  Javac using(List<Supplier<Processor>> others) {
    return new Javac(options, classPath, others);
  }

  /** Compiles all files of a project. */
  Report compile(Project project) {
    return compile(project, project.files());
  }

  /** Compiles some files of a project, into its folders, which need not be empty. */
  Report compile(Project project, Collection<Path> files) {
    return compile(project, files, Set.of());
  }

  /**
   * Compiles some files of a project, and lets processors see some classes that are compiled
   * already.
   */
  Report compile(Project project, Collection<Path> files, Set<String> classes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StringWriter printed = new StringWriter();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              printed,
              manager,
              diagnostics,
              arguments(project),
              classes.isEmpty() ? null : classes,
              manager.getJavaFileObjectsFromPaths(files));
      if (!processors.isEmpty()) {
        task.setProcessors(processors.stream().map(Supplier::get).toList());
      }
      boolean success = call(task, printed);
      List<Message> messages = diagnostics.getDiagnostics().stream().map(Message::of).toList();
      return new Report(success, messages, printed.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The options of the call, folders and class path among them. */
  List<String> arguments(Project project) throws IOException {
    Files.createDirectories(project.classes());
    Files.createDirectories(project.generated());
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-d", project.classes().toString()));
    all.addAll(List.of("-s", project.generated().toString()));
    if (!classPath.isEmpty()) {
      all.addAll(List.of("-classpath", join(classPath)));
    }
    return all;
  }

  private static boolean call(JavaCompiler.CompilationTask task, StringWriter printed) {
    try {
      return task.call();
    } catch (RuntimeException e) {
      printed.append("javac threw ").append(e.toString());
      for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
        printed.append("\n  caused by ").append(cause.toString());
        printed.append(" at ").append(Arrays.toString(cause.getStackTrace()));
      }
      return false;
    }
  }

  /** What a user compiles against: a jar, or the folder of classes when it is not packaged yet. */
  static Path annotations() {
    return origin(Task.class);
  }

  /** What a user's build gives as the path of processors. */
  static String processorPath() {
    Path origin = origin(JacquardProcessor.class);
    String packaged = join(List.of(origin, annotations()));
    return Files.isDirectory(origin) ? System.getProperty("java.class.path") : packaged;
  }

  static String join(Collection<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static Path origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static <T> List<T> concat(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
