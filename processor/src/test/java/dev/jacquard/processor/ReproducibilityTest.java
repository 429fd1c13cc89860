package dev.jacquard.processor;

import static dev.jacquard.processor.TestCompiler.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.processor.TestCompiler.Compiled;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Equal sources give equal bytes, however and in whatever order they are compiled. */
class ReproducibilityTest {

  /** Classes that need each other: tasks, workflows and records of another file. */
  private static final List<JavaFileObject> SOURCES =
      List.of(
          source(
              "shop/Order.java",
              "package shop;",
              "import java.util.List;",
              "public record Order(String id, List<Line> lines) {",
              "  public record Line(int count, double price) {",
              "    @Override public double price() { return price; }",
              "  }",
              "}"),
          source(
              "shop/Prices.java",
              "package shop;",
              "import dev.jacquard.*;",
              "public final class Prices {",
              "  @Task(retries = 2) static double total(Order order, int discountInPercent) {",
              "    return order.lines().size();",
              "  }",
              "  @Task(name = \"totalOfLine\") static double total(Order.Line soleLine) {",
              "    return soleLine.price();",
              "  }",
              "}"),
          source(
              "shop/Models.java",
              "package shop;",
              "import dev.jacquard.*;",
              "@Actor(replicas = 3) public class Models implements AutoCloseable {",
              "  Models(String nameOfModel) {}",
              "  Models(Order.Line first, int secondOfTwo) {}",
              "  @Task double score(Order order, int weightOfIt) { return weightOfIt; }",
              "  @Task int count(int soFar) { return soFar; }",
              "  @Override public void close() {}",
              "}"),
          source(
              "shop/Reports.java",
              "package shop;",
              "import static dev.jacquard.Workflows.map;",
              "import dev.jacquard.*;",
              "import java.util.List;",
              "public final class Reports {",
              "  /** Adds up.",
              "   * @param orders of a day */",
              "  @Workflow static List<Double> totals(List<Order> orders, @Default(\"3\") int off) {",
              "    return map(orders, order -> Prices.total(order, off));",
              "  }",
              "  @Workflow static List<Double> scores(List<Order> orders, int k) {",
              "    try (var models = new Models(\"m\" + k); var few = new Models(\"x\")) {",
              "      var line = new Models(new Order.Line(k, 1.0), few.count(k));",
              "      return map(orders, order -> models.score(order, k) + line.score(order, 1));",
              "    }",
              "  }",
              "  interface Daily {",
              "    @Workflow static double first(List<Order> orders) {",
              "      var totals = totals(orders);",
              "      return totals.get(0);",
              "    }",
              "    @Workflow static List<Double> totals(List<Order> orders) {",
              "      var line = new Order.Line(1, 2.0);",
              "      double price = Prices.total(line) + line.price();",
              "      return price > 1 ? Reports.totals(orders, 1) : List.of();",
              "    }",
              "  }",
              "}"));

  @TempDir Path home;

  private SortedMap<String, byte[]> expected = new TreeMap<>();

  @BeforeEach
  void compileOnce() {
    expected = compile("first", SOURCES).output();
    assertThat(expected.keySet())
        .contains(
            "META-INF/jacquard/shop.Reports.totals.pb",
            "META-INF/jacquard/shop.Reports.scores.pb",
            "META-INF/jacquard/shop.Reports$Daily.first.pb",
            "META-INF/jacquard/shop.Reports$Daily.totals.pb");
  }

  static Stream<Arguments> ways() {
    return Stream.of("by-todo", "by-file", "simple")
        .flatMap(policy -> Stream.of(true, false).map(turned -> Arguments.of(policy, turned)));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void policyAndOrderOfFilesDoNotMatter(String policy, boolean turned) {
    List<JavaFileObject> sources = new ArrayList<>(SOURCES);
    if (turned) {
      Collections.reverse(sources);
    }
    Compiled compiled = compile(policy + turned, sources, "-XDcompilePolicy=" + policy);
    assertSame(compiled.output(), expected);
  }

  @Test
  void eachFileRecompiledAgainstTheOthersClassFilesGivesTheSame() {
    Path others = home.resolve("first").resolve("classes");
    for (JavaFileObject source : SOURCES) {
      Compiled compiled =
          TestCompiler.into(home.resolve("alone" + source.getName()))
              .classPath(others)
              .compile(source);
      assertThat(compiled.messages()).isEmpty();
      SortedMap<String, byte[]> output = compiled.output();
      assertThat(output).isNotEmpty();
      SortedMap<String, byte[]> same = new TreeMap<>(expected);
      same.keySet().retainAll(output.keySet());
      assertSame(output, same);
    }
  }

  /** Maven compiles so: the class files of the last build stand in the folder of the output. */
  @Test
  void recompiledIntoItsOwnOutputGivesTheSame() {
    Path home = this.home.resolve("first");
    Compiled compiled =
        TestCompiler.into(home).classPath(home.resolve("classes")).compile(SOURCES.get(3));
    assertThat(compiled.messages()).isEmpty();
    assertSame(compiled.output(), expected);
  }

  private Compiled compile(String name, List<JavaFileObject> sources, String... options) {
    Compiled compiled = TestCompiler.into(home.resolve(name)).options(options).compile(sources);
    assertThat(compiled.messages()).isEmpty();
    return compiled;
  }

  private static void assertSame(Map<String, byte[]> found, Map<String, byte[]> wanted) {
    assertThat(found.keySet()).isEqualTo(wanted.keySet());
    wanted.forEach((path, bytes) -> assertThat(found.get(path)).as(path).isEqualTo(bytes));
  }
}
