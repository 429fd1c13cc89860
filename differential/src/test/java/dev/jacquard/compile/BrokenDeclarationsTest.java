package dev.jacquard.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Declarations that javac refuses, as its trees with errors show them: each is javac's to tell. */
class BrokenDeclarationsTest {

  private static final String SOUND =
      """
      package p;
      import static dev.jacquard.Workflows.map;
      import dev.jacquard.*;
      import java.util.List;
      class Broken {
        record Pair(int a, int b) {}
        @Task(retries = 1) static Pair task(int a) { return new Pair(a, a); }
        @Workflow static List<Pair> flow(List<Integer> all, int b) { return map(all, a -> task(a + b)); }
        @Workflow static int sub(@Default("3") int a) { return flow(List.of(a), 1).get(0).a(); }
      }
      """;

  @TempDir Path folder;

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          int b) { return map  | int ) { return map
          Pair task(int a)     | Pair (int a)
          > flow(              | > (
          @Task(retries        | @Tsk(retries
          @Task(retries        | @Task(retrys
          retries = 1          | retries = "1"
          retries = 1          | retries = NONE
          @Workflow static int | @Wrkflow static int
          static Pair task     | static Pear task
          List<Pair> flow      | List<Pear> flow
          (List<Integer> all   | (Lst<Integer> all
          (List<Integer> all   | (List<Integr> all
          record Pair(int a    | record Pair(it a
          record Pair(int a    | record Pair(int
          @Default("3")        | @Default(
          @Default("3")        | @Default(3)
          @Default("3")        | @Defalt("3")
          static Pair task     | static task
          class Broken {       | class Broken extends Gone {
          class Broken {       | class Broken extends Broken {
          @Workflow static int | static int flow(List<Integer> all, int b) { return 1; } @Workflow static int
          static int sub       | abstract static int sub
          static int sub       | static void sub
          return map(all, a -> task(a + b)); | return map(all, a -> task(a + ));
          return map(all, a -> task(a + b)); | return map(all, task(b));
          return map(all, a -> task(a + b)); | return map(all, a -> );
          return map(all, a -> task(a + b)); | var x;
          return map(all, a -> task(a + b)); | var x = x; return x;
          return map(all, a -> task(a + b)); | int x; return List.of(task(x));
          return map(all, a -> task(a + b)); |
          return map(all, a -> task(a + b)); | return map(all, Broken::gone);
          return map(all, a -> task(a + b)); | b = 2; return map(all, a -> task(a + b));
          return map(all, a -> task(a + b)); | return map(all, a -> { task(a + b); });
          return map(all, a -> task(a + b)); | return map(all, a -> new Pair(a));
          return map(all, a -> task(a + b)); | return; return null;
          .get(0).a()          | .get(0).c()
          .get(0).a()          | .get(0).
          """)
  void areJavacsToTell(String from, String to) {
    assertThat(SOUND).contains(from);
    String broken = SOUND.replace(from, to == null ? "" : to);
    for (String stop : new String[] {"INIT", "ATTR", "FLOW"}) {
      Project project = new Project(folder.resolve(stop)).write("p/Broken.java", broken);
      String option = "--should-stop=ifError=" + stop;
      Report alone = Javac.withNothing().with(option).compile(project);
      Report report = Javac.withJacquard().with(option).compile(project.clean());
      assertThat(alone.success()).isFalse();
      assertThat(report.ids()).as(report.toString()).isEmpty();
      assertThat(report.printed()).doesNotContain("Exception");
      assertThat(report.errors()).hasSameSizeAs(alone.errors());
    }
  }
}
