package dev.jacquard.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One file is edited, and Gradle's subset of the files compiled: all outputs are then those of a
 * clean build. Emulated, as {@link IncrementalBuild} says.
 */
class IncrementalBuildTest {

  @TempDir Path folder;
  private Project project;
  private IncrementalBuild build;

  @BeforeEach
  void buildAll() {
    project = Project.shop(folder.resolve("edited"));
    build = new IncrementalBuild(project);
    build.compileAll().mustSucceed();
  }

  @Test
  void everyGeneratedFileHasOneOriginatingClass() {
    assertThat(build.origins()).isNotEmpty();
    assertThat(build.origins())
        .allSatisfy((file, classes) -> assertThat(classes).as(file).hasSize(1));
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Greetings | name) + "!"              | name) + "?"
          Greetings | public static String greet | @Deprecated public static String greet
          Greetings | hello(String name)       | hello(String who)
          Greetings | greet(String name)       | greet(@dev.jacquard.Default("x") String name)
          Pricing   | retries = 1              | retries = 2
          Pricing   | timeout = "30s"          | timeout = "31s"
          Pricing   | cents(Line line)         | cents(final Line line)
          Pricing   | send(Order order, long cents) | send(Order order, long cents, int... more)
          Pricing   | @Task(effects = true)    | @Task
          Orders    | total(order);            | total(order) + 1;
          Orders    | @Default("PAID")         | @Default("SENT")
          Orders    | @Default("PAID") Status  | Status
          Orders    | public interface Many    | interface Many
          Reports   | ": "                     | " = "
          Limits    | LARGE = 1000             | LARGE = 2000
          Status    | SENT                     | SENT, LOST
          Status    | OPEN,                    | NEW, OPEN,
          Fixed     | long cents               | long cents, boolean net
          Fixed     | implements Price {}      | implements Price { public Fixed {} }
          Free      | String reason            | String why
          Free      | String reason            | String reason, Status status
          Line      | int pieces, Price price  | int pieces, Price price, Status status
          Line      | Price price) {}          | Price price) { public Price price() { return price; } }
          Order     | String id,               | String id, long number,
          """)
  void outputsAreThoseOfCleanBuild(String file, String from, String to) {
    String name = "shop/" + file + ".java";
    String text = project.read(name);
    assertThat(text).contains(from);
    edit(name, text.replaceFirst(Pattern.quote(from), quote(to)));
  }

  @Test
  void removedWorkflowLeavesNothingBehind() {
    String text = project.read("shop/Greetings.java");
    edit("shop/Greetings.java", text.replace("@Workflow", ""));
    assertThat(project.outputs().contents().keySet()).noneMatch(name -> name.contains("greet.pb"));
  }

  private static String quote(String text) {
    return Matcher.quoteReplacement(text);
  }

  private void edit(String name, String text) {
    project.write(name, text);
    Set<String> compiled = build.compileAfter(Set.of(name));
    Project clean = Project.copyOf(project.sources(), folder.resolve("clean"));
    new IncrementalBuild(clean).compileAll().mustSucceed();
    assertThat(project.outputs().contents())
        .as("compiled again: " + compiled)
        .isEqualTo(clean.outputs().contents());
  }
}
