package dev.jacquard.processor.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the analysis says and leaves unsaid where no folder of problems can show it. */
class BodyProblemsTest {

  @Test
  void deepBodyIsReportedAndNeverThrown() {
    BodyCompilation compilation =
        compile(
            "static int run(int x) { "
                + "if (x > 1) return f(x); ".repeat(2000)
                + " return x; } @Task static int f(int x) { return x; }");
    assertThat(compilation.bodies).isEmpty();
    assertThat(compilation.problems).singleElement().asString().contains("[TooDeeplyNested]");
  }

  @Test
  void longChainsNeedNoStack() {
    String sum = "x" + " + 1 / x".repeat(500);
    String text = "\"a\"" + " + x".repeat(500);
    BodyCompilation compilation =
        compile(
            "static int sum(int x) { return %s; } @Workflow static String text(int x) { return %s; }"
                .formatted(sum, text));
    assertThat(compilation.problems).isEmpty();
    assertThat(compilation.bodies).hasSize(2);
  }

  @Test
  void bodyThatIsNoJavaIsLeftToJavac() {
    for (String body :
        List.of(
            "{ return missing(x); }",
            "{ int y = unknown; return y; }",
            "{ Missing y = null; return x; }",
            "{ return x.; }",
            "{ return map(xs, x -> ); }",
            "{ if (x > 1) { return 2; }",
            "{ String s = x; return s; }",
            "{ return; }",
            "{ return this.hashCode(); }",
            "{ return super.hashCode(); }",
            "{ return hashCode() + x; }",
            "{ return this.field; }",
            "{ return field; } int field;",
            "{ List<Missing> ys = null; return map(ys, y -> y.missing()).size(); }")) {
      assertThat(compile("static int run(int x) " + body).problems).as(body).isEmpty();
    }
  }

  @Test
  void callOfABrokenTaskIsLeftToItsDeclaration() {
    BodyCompilation compilation =
        compile(
            "static int run(int x) { return hidden(x) + 1; } @Task private static int hidden(int x) { return x; }");
    assertThat(compilation.problems).isEmpty();
    assertThat(compilation.bodies).isEmpty();
  }

  private static BodyCompilation compile(String members) {
    String source =
        "import static dev.jacquard.Workflows.*; import dev.jacquard.*; import java.util.*;"
            + "class Body { @Workflow "
            + members
            + "}";
    return BodyCompilation.of("by-todo", Map.of("Body", source));
  }
}
