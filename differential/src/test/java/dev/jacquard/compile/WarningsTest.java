package dev.jacquard.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Users make errors of warnings: of what is generated, and of how processing goes, there are none.
 */
class WarningsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"-Xlint:all", "-Xlint:processing", "-Xlint"})
  void nothingIsWarnedOf(String lint) {
    Project project = Project.shop(folder);
    Report report = Javac.withJacquard().with(lint, "-Werror").compile(project).mustSucceed();
    assertThat(report.messages()).as(report.toString()).isEmpty();
  }

  @Test
  void examplesCompileWithoutWarnings() {
    Project project = Project.shopAndExamples(folder);
    Report report =
        Javac.withJacquard().with("-Xlint:all", "-Werror").compile(project).mustSucceed();
    assertThat(report.messages()).as(report.toString()).isEmpty();
  }

  @Test
  void deprecatedTasksAndTypesAreWarnedOfWhereTheUserNamesThemAlone() {
    Project project =
        new Project(folder)
            .write(
                "p/Old.java",
                """
                package p;
                import dev.jacquard.*;
                import java.util.List;
                public class Old {
                  @Deprecated(forRemoval = true) public record Gone(int a) {}
                  @Deprecated @Task static int task(int a) { return a; }
                  @Deprecated(forRemoval = true) @Task static Gone gone(Gone a) { return a; }
                  @Deprecated @Workflow public static List<Gone> flow(Gone a) {
                    return List.of(gone(a), new Gone(task(1)));
                  }
                }
                """);
    Report report = Javac.withJacquard().with("-Xlint:all", "-Werror").compile(project);
    assertThat(report.messages()).as(report.toString()).isEmpty();
  }

  /** What Java's own lint says of a method's body must not be said of the generated code too. */
  @Test
  void rawAndUncheckedTasksAreWarnedOfOnce() {
    Project project =
        new Project(folder)
            .write(
                "p/Checked.java",
                """
                package p;
                import dev.jacquard.*;
                import java.util.*;
                public class Checked {
                  @Task static <E extends Exception> int plain(int a) throws E { return a; }
                  @Task @SafeVarargs static int count(List<String>... all) { return all.length; }
                  @Task static int sum(int... all) { return all.length; }
                  @Task static void io(String a) throws java.io.IOException, InterruptedException {}
                  @Workflow public static int flow(int... a) throws Exception {
                    io("x");
                    return sum(a) + sum(1, 2) + sum();
                  }
                }
                """);
    Report report = Javac.withJacquard().with("-Xlint:all").compile(project);
    assertThat(report.javacs()).as(report.toString()).isEmpty();
    assertThat(report.errors()).allMatch(Message::hasPlace);
  }
}
