package dev.jacquard.processor.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The graphs of small sources, one for each shape: {@code graphs/X.java} has the graphs of {@code
 * graphs/X.txt}, which {@code -Dgolden.update} writes anew.
 */
class GraphGoldenTest {

  private static final Path FOLDER = Path.of("src/test/resources/graphs");

  @TestFactory
  Stream<DynamicTest> graphIsAsWrittenDown() throws IOException {
    Map<String, String> sources = sources();
    BodyCompilation compilation = BodyCompilation.of("by-todo", sources);
    assertThat(compilation.javac.getDiagnostics()).isEmpty();
    assertThat(compilation.problems).isEmpty();
    return sources.keySet().stream()
        .filter(source -> !source.equals("Library"))
        .map(source -> DynamicTest.dynamicTest(source, () -> check(source, compilation)));
  }

  @ParameterizedTest
  @CsvSource({"by-todo,true", "byfile,false", "byfile,true", "simple,false", "simple,true"})
  void graphDependsNeitherOnThePolicyNorOnTheOrderOfFiles(String policy, boolean reversed)
      throws IOException {
    Map<String, String> sources = sources();
    Map<String, String> ordered = new LinkedHashMap<>();
    List<String> names = new ArrayList<>(sources.keySet());
    if (reversed) {
      Collections.reverse(names);
    }
    names.forEach(name -> ordered.put(name, sources.get(name)));
    assertThat(texts(BodyCompilation.of(policy, ordered)))
        .isEqualTo(texts(BodyCompilation.of("by-todo", sources)));
  }

  @Test
  void everyNodeKnowsItsPlace() throws IOException {
    BodyCompilation compilation = BodyCompilation.of("by-todo", sources());
    AnalyzedBody body = compilation.bodies.get("StraightLine.run");
    assertThat(body.graph().body().nodes())
        .allSatisfy(
            node -> {
              assertThat(body.places().apply(node)).isNotNull();
              assertThat(node.span().endLine()).isGreaterThanOrEqualTo(node.span().startLine());
            });
    assertThat(body.graph().tasks().keySet())
        .containsExactly(
            "Library.f-int", "Library.f-java.lang.String", "Library.g", "Library.pair");
  }

  private static Map<String, String> texts(BodyCompilation compilation) {
    Map<String, String> texts = new TreeMap<>();
    compilation.bodies.forEach((name, body) -> texts.put(name, body.graph().toString()));
    return texts;
  }

  private static Map<String, String> sources() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
      }
    }
    return sources;
  }

  private static void check(String source, BodyCompilation compilation) throws IOException {
    StringBuilder graphs = new StringBuilder();
    compilation.bodies.forEach(
        (name, body) -> {
          if (name.startsWith(source + ".")) {
            graphs.append(name.substring(source.length() + 1));
            graphs.append(GraphText.of(body.graph().body())).append('\n');
          }
        });
    Path golden = FOLDER.resolve(source + ".txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, graphs);
    }
    assertThat(graphs).hasToString(Files.readString(golden));
  }
}
