package dev.jacquard;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What javac infers of verbs: the exceptions that they throw, and the types of their results. */
class InferenceTest {

  private static final String DECLARED = "throws java.io.IOException";
  private static final String NOT_DECLARED = "";

  private static final String SOURCE =
      """
      package bodies;
      import static dev.jacquard.Workflows.*;
      import dev.jacquard.*;
      import java.util.*;
      final class Bodies {
        static int quiet(int n) { return n; }
        static int loud(int n) throws java.io.IOException { throw new java.io.IOException(); }
        static int loud2(int n, int m) throws java.io.IOException { return loud(n); }
      %s
      }
      """;

  @Test
  void whatThrowsNothingCheckedNeedsNoClause() throws IOException {
    List<String> verbs =
        List.of(
            "map(items, n -> n + 1)",
            "map(items, Bodies::quiet)",
            "map(items, String::valueOf)",
            "map(items, n -> { return n; }, concurrency(3), name(\"same\"))",
            "map(items, items, (a, b) -> a + b)",
            "map(items, items, items, (a, b, c) -> a + b + c)",
            "map(items, n -> map(items, m -> n * m))",
            "tryMap(items, Bodies::loud)",
            "tryMap(items, n -> loud(n), minSuccesses(1), concurrency(2))",
            "map(items, n -> tryMap(items, m -> loud(n)))",
            "filter(items, n -> n > 0)",
            "flatMap(items, n -> items)",
            "flatMap(items, n -> map(items, m -> n + m))",
            "reduce(items, (a, b) -> a + b)",
            "reduce(items, Integer::sum)",
            "parallel(() -> quiet(1), () -> items.size())");
    assertThat(complaints(verbs, NOT_DECLARED)).isEmpty();
  }

  @Test
  void whatThrowsACheckedExceptionNeedsItsClause() throws IOException {
    List<String> verbs =
        List.of(
            "map(items, n -> loud(n))",
            "map(items, Bodies::loud, concurrency(2))",
            "map(items, n -> { int m = quiet(n); return loud(m); })",
            "map(items, items, (a, b) -> loud(a))",
            "map(items, items, Bodies::loud2)",
            "map(items, items, items, (a, b, c) -> loud(c))",
            "map(items, n -> map(items, m -> loud(n * m)))",
            "map(map(items, Bodies::loud), n -> n)",
            "filter(items, n -> loud(n) > 0)",
            "flatMap(items, n -> List.of(loud(n)))",
            "flatMap(items, n -> map(items, m -> loud(n + m)))",
            "reduce(items, Bodies::loud2)",
            "reduce(map(items, n -> n), (a, b) -> loud(a))",
            "parallel(() -> quiet(1), () -> loud(2))");
    assertThat(complaints(verbs, DECLARED)).isEmpty();
    assertThat(complaints(verbs, NOT_DECLARED))
        .containsExactlyElementsOf(
            verbs.stream()
                .map(
                    verb ->
                        verb
                            + ": unreported exception java.io.IOException;"
                            + " must be caught or declared to be thrown")
                .toList());
  }

  @Test
  void resultsHaveTheTypesThatOneExpects() throws IOException {
    List<String> statements =
        List.of(
            "List<Integer> r = map(items, n -> loud(n))",
            "var r = map(items, Bodies::loud); int first = r.get(0)",
            "var r = tryMap(items, Bodies::loud); List<Integer> s = successes(r)",
            "List<Outcome<Integer>> r = tryMap(items, Bodies::loud)",
            "List<Number> r = map(items, n -> n)",
            "List<Number> r = filter(items, n -> n != null)",
            "List<CharSequence> r = flatMap(items, n -> List.of(\"\" + n))",
            "List<String> r = sortedKeys(Map.of(\"a\", items))",
            "int r = reduce(map(range(3), n -> n * 2), (a, b) -> a - b).orElse(0)",
            "List<Boolean> r = map(range(3), n -> n > 1, concurrency(10))",
            "List<List<String>> r = map(items, n -> map(items, m -> n + \"/\" + m))");
    assertThat(complaints(statements, DECLARED)).isEmpty();
  }

  /** Puts each statement into a method of its own; returns those javac complains of, and why. */
  private static List<String> complaints(List<String> statements, String throwsClause)
      throws IOException {
    StringBuilder methods = new StringBuilder();
    for (int i = 0; i < statements.size(); i++) {
      methods.append("static void run%d(List<Integer> items) ".formatted(i));
      methods.append(throwsClause).append(" { ").append(statements.get(i)).append("; }\n");
    }
    long lineOfFirst = SOURCE.lines().takeWhile(line -> !line.equals("%s")).count() + 1;
    return compile(SOURCE.formatted(methods)).stream()
        .map(
            d -> at(statements, d.getLineNumber() - lineOfFirst) + ": " + d.getMessage(Locale.ROOT))
        .toList();
  }

  private static String at(List<String> statements, long line) {
    return line >= 0 && line < statements.size() ? statements.get((int) line) : "outside";
  }

  private static List<Diagnostic<? extends JavaFileObject>> compile(String source)
      throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<String> options = List.of("-Xlint:all", "-proc:none", "-classpath", classPath());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Source> sources = List.of(new Source(source));
    ((JavacTask) compiler.getTask(null, null, diagnostics, options, null, sources)).analyze();
    return diagnostics.getDiagnostics();
  }

  private static String classPath() {
    try {
      URI classes = Workflows.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(classes).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String text) {
      super(URI.create("string:///bodies/Bodies.java"), JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
