package dev.jacquard.examples;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles what the pages show as a user would: javac, the processor, and no other flag. */
final class SnippetCompiler {

  private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
  private static final Pattern TYPE =
      Pattern.compile(
          "^(?:public )?(?:sealed )?(?:final )?(?:class|record|interface|enum) (\\w+)",
          Pattern.MULTILINE);

  private final Path output;

  SnippetCompiler(Path output) {
    this.output = output;
  }

  /** Returns the errors and warnings, in javac's words. */
  List<String> compile(List<String> sources) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    StandardJavaFileManager files = javac.getStandardFileManager(said, Locale.ROOT, null);
    String classPath = System.getProperty("java.class.path");
    List<String> options =
        List.of(
            "--release",
            "17",
            "-Xlint:all,-processing,-classfile",
            "-cp",
            classPath,
            "-processorpath",
            classPath,
            "-processor",
            "dev.jacquard.processor.JacquardProcessor",
            "-d",
            output.toString());
    List<JavaFileObject> units = new ArrayList<>();
    sources.forEach(source -> units.add(new Source(source)));
    javac.getTask(null, files, said, options, null, units).call();
    return said.getDiagnostics().stream()
        .filter(SnippetCompiler::isComplaint)
        .map(one -> one.getMessage(Locale.ROOT))
        .toList();
  }

  private static boolean isComplaint(Diagnostic<?> one) {
    return one.getKind() != Diagnostic.Kind.NOTE && one.getKind() != Diagnostic.Kind.OTHER;
  }

  private static String group(Pattern pattern, String source) {
    Matcher matcher = pattern.matcher(source);
    if (!matcher.find()) {
      throw new IllegalArgumentException("A complete source must have " + pattern + ": " + source);
    }
    return matcher.group(1);
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(
          URI.create(
              "string:///"
                  + group(PACKAGE, text).replace('.', '/')
                  + "/"
                  + group(TYPE, text)
                  + ".java"),
          Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
