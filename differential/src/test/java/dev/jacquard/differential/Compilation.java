package dev.jacquard.differential;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles programs together with the library, many in one call of javac, with a processor. */
final class Compilation {

  private Compilation() {}

  /**
   * Compiles.
   *
   * @param processor the processor under test
   * @param classes an empty folder for the outputs
   * @return a loader of what was compiled
   * @throws AssertionError with javac's errors, where it has any
   */
  static URLClassLoader compile(List<Program> programs, Processor processor, Path classes) {
    return compile(programs, List.of(), processor, classes);
  }

  /** As {@link #compile(List, Processor, Path)}, with files of sources beside the programs. */
  static URLClassLoader compile(
      List<Program> programs, List<Path> files, Processor processor, Path classes) {
    List<JavaFileObject> sources = new ArrayList<>(read(files));
    sources.add(new Source("Library", library()));
    programs.forEach(program -> sources.add(new Source(program.name(), program.source())));
    return compile(sources, processor, classes, "generated programs");
  }

  /** Compiles files of sources, without the library. */
  static URLClassLoader compileFiles(List<Path> files, Processor processor, Path classes) {
    return compile(read(files), processor, classes, "sources");
  }

  private static List<JavaFileObject> read(List<Path> files) {
    List<JavaFileObject> sources = new ArrayList<>();
    try {
      for (Path file : files) {
        String name = file.getFileName().toString().replaceFirst("\\.java$", "");
        sources.add(new Source(name, Files.readString(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sources;
  }

  private static URLClassLoader compile(
      List<JavaFileObject> sources, Processor processor, Path classes, String what) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null,
              files,
              diagnostics,
              List.of("--release", "17", "-Xmaxerrs", "20"),
              null,
              sources);
      task.setProcessors(List.of(processor));
      if (!task.call()) {
        throw new AssertionError(errors(what, diagnostics.getDiagnostics()));
      }
      return new URLClassLoader(
          new URL[] {classes.toUri().toURL()}, Compilation.class.getClassLoader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String library() {
    try (InputStream in = Compilation.class.getResourceAsStream("/library/Library.java")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String errors(
      String what, List<Diagnostic<? extends JavaFileObject>> diagnostics) {
    StringBuilder text = new StringBuilder("The " + what + " must compile.\n");
    for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        text.append(diagnostic).append('\n');
      }
    }
    return text.toString();
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///generated/" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
