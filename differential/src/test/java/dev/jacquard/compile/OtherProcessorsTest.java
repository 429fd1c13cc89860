package dev.jacquard.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.compile.WriterBeside.Source;
import dev.jacquard.processor.JacquardProcessor;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Other processors, with annotations of their own, write classes that tasks and workflows name:
 * what Jacquard writes is then the same as if they had been written by hand.
 */
class OtherProcessorsTest {

  private static final Source BASE =
      new Source("p.Base", "package p;\npublic interface Base { int ONE = 1; }\n");
  private static final Source VALUE =
      new Source(
          "p.Value", "package p;\npublic record Value(int a, java.util.List<Part> parts) {}\n");
  private static final Source PART =
      new Source("p.Part", "package p;\npublic record Part(String name, Color color) {}\n");
  private static final Source COLOR =
      new Source("p.Color", "package p;\npublic enum Color { RED, GREEN }\n");
  private static final Source CALLED =
      new Source(
          "p.Called",
          """
          package p;
          import dev.jacquard.*;
          public class Called {
            public static final String LIMIT = "3s";
            public static final int COUNT = 3;
            @Task(retries = COUNT) public static Value made(int number, Color color) {
              return new Value(number, java.util.List.of(new Part("x", color)));
            }
            @Workflow public static int sub(int number, @Default("RED") Color color) {
              return made(number, color).a();
            }
          }
          """);

  @TempDir Path folder;
  private Project project;

  @BeforeEach
  void writeCaller() {
    project =
        new Project(folder)
            .write("p/Make.java", "package p;\n@interface Make {}\n")
            .write(
                "p/Caller.java",
                """
                package p;
                import static dev.jacquard.Workflows.map;
                import dev.jacquard.*;
                import java.util.List;
                @Make class Caller implements Base {
                  @Task(timeout = Called.LIMIT) static int sum(List<Value> values) { return values.size(); }
                  @Workflow static int flow(List<Integer> numbers, Color color) {
                    List<Value> values = map(numbers, n -> Called.made(n + Called.COUNT, color));
                    return sum(values) + Called.sub(ONE, Color.RED);
                  }
                  @Workflow static List<Part> parts(Value value) { return value.parts(); }
                }
                """);
  }

  @Test
  void classesOfLaterRoundsAreAsIfWrittenByHand() {
    Outputs outputs = byHand();
    for (List<Source> order :
        List.of(
            List.of(BASE, VALUE, PART, COLOR, CALLED),
            List.of(CALLED, COLOR, PART, VALUE, BASE),
            List.of(PART, CALLED, BASE, COLOR, VALUE))) {
      for (boolean first : new boolean[] {true, false}) {
        project.clean();
        beside(order, first).compile(project).mustSucceed();
        assertThat(compiled(project).contents())
            .as(order + " first: " + first)
            .isEqualTo(outputs.contents());
      }
    }
  }

  /** Waiting for a class that nobody writes must end in javac's error alone. */
  @Test
  void classThatNobodyWritesIsJavacsErrorAlone() {
    Report alone = Javac.alone().compile(project);
    Report report = beside(List.of(BASE, VALUE, PART, CALLED), true).compile(project.clean());
    assertThat(alone.success()).isFalse();
    assertThat(report.success()).isFalse();
    assertThat(report.ids()).as(report.toString()).isEmpty();
    assertThat(report.javacs()).isNotEmpty();
    assertThat(report.printed()).doesNotContain("Exception");
  }

  @Test
  void processorThatWritesTheStubsNameIsTold() {
    Source taken = new Source("p.CallerWorkflows", "package p;\nclass CallerWorkflows {}\n");
    Report report = beside(List.of(taken, BASE, VALUE, PART, COLOR, CALLED), true).compile(project);
    assertThat(report.success()).isFalse();
    assertThat(Verdict.breaks(report)).as(report.toString()).isEmpty();
    assertThat(report.ids()).as(report.toString()).contains("GeneratedNameTaken");
  }

  private Outputs byHand() {
    Project hand = Project.copyOf(project.sources(), folder.resolve("hand"));
    Stream.of(BASE, VALUE, PART, COLOR, CALLED)
        .forEach(source -> hand.write(source.name().replace('.', '/') + ".java", source.text()));
    Javac.withJacquard().compile(hand).mustSucceed();
    assertThat(hand.outputs().contents())
        .containsKeys(
            "classes/META-INF/jacquard/p.Called.sub.pb",
            "classes/META-INF/jacquard/p.Caller.flow.pb");
    return compiled(hand);
  }

  private static Outputs compiled(Project project) {
    return project.outputs().only(path -> path.startsWith("classes/"));
  }

  private static Javac beside(List<Source> sources, boolean first) {
    Supplier<Processor> other = () -> new WriterBeside(sources);
    return Javac.withJacquard()
        .using(
            first
                ? List.of(other, JacquardProcessor::new)
                : List.of(JacquardProcessor::new, other));
  }
}
