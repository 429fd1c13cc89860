package dev.jacquard.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles sources with the processor, as a build would: classes and generated sources go into
 * folders, other class paths may be given.
 */
final class TestCompiler {

  private final Path home;
  private final List<String> options = new ArrayList<>();
  private final List<String> classPath = new ArrayList<>();
  private final List<Processor> others = new ArrayList<>();
  private Processor own = new JacquardProcessor();

  private TestCompiler(Path home) {
    this.home = home;
    classPath.add(System.getProperty("java.class.path"));
  }

  /** Compiles into a folder. */
  static TestCompiler into(Path home) {
    return new TestCompiler(home);
  }

  TestCompiler options(String... more) {
    options.addAll(Arrays.asList(more));
    return this;
  }

  TestCompiler classPath(Path folder) {
    classPath.add(folder.toString());
    return this;
  }

  TestCompiler processor(Processor other) {
    others.add(other);
    return this;
  }

  /** Uses this in place of the processor itself. */
  TestCompiler inPlaceOfOwn(Processor processor) {
    own = processor;
    return this;
  }

  /** What came of it. */
  record Compiled(
      boolean successful,
      List<Diagnostic<? extends JavaFileObject>> diagnostics,
      Path classes,
      Path generated) {

    /** Messages of errors and warnings, each with its line. */
    List<String> messages() {
      return diagnostics.stream()
          .filter(told -> told.getKind() != Diagnostic.Kind.NOTE)
          .map(told -> told.getLineNumber() + ": " + told.getMessage(null))
          .toList();
    }

    /** All output, bytes by the path below the folder of classes. */
    SortedMap<String, byte[]> output() {
      return contents(classes);
    }

    /** The serialized specs alone. */
    SortedMap<String, byte[]> specs() {
      SortedMap<String, byte[]> specs = output();
      specs.keySet().removeIf(path -> !path.endsWith(".pb"));
      return specs;
    }

    SortedMap<String, byte[]> sources() {
      return contents(generated);
    }

    String source(String path) {
      byte[] bytes = sources().get(path);
      return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
  }

  static SortedMap<String, byte[]> contents(Path folder) {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        contents.put(path, Files.readAllBytes(file));
      }
      return contents;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Compiled compile(JavaFileObject... sources) {
    return compile(Arrays.asList(sources));
  }

  Compiled compile(List<? extends JavaFileObject> sources) {
    Path classes = folder("classes");
    Path generated = folder("generated");
    List<String> all =
        new ArrayList<>(
            List.of("-d", classes.toString(), "-s", generated.toString(), "-encoding", "UTF-8"));
    if (!options.contains("--module-path")) {
      all.addAll(List.of("-classpath", String.join(java.io.File.pathSeparator, classPath)));
    }
    all.addAll(options);
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavaCompiler.CompilationTask task =
        ToolProvider.getSystemJavaCompiler().getTask(null, null, diagnostics, all, null, sources);
    List<Processor> processors = new ArrayList<>(others);
    processors.add(own);
    task.setProcessors(processors);
    boolean successful = task.call();
    return new Compiled(successful, diagnostics.getDiagnostics(), classes, generated);
  }

  private Path folder(String name) {
    try {
      return Files.createDirectories(home.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A source by its path, such as {@code shop/Orders.java}. */
  static JavaFileObject source(String path, String... lines) {
    String text = String.join("\n", lines) + "\n";
    return new SimpleJavaFileObject(URI.create("source:///" + path), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  /** All sources below a folder, sorted by path. */
  static List<JavaFileObject> sourcesIn(Path folder) {
    return contents(folder).entrySet().stream()
        .filter(file -> file.getKey().endsWith(".java"))
        .map(file -> source(file.getKey(), new String(file.getValue(), StandardCharsets.UTF_8)))
        .toList();
  }
}
