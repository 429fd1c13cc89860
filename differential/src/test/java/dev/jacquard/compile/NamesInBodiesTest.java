package dev.jacquard.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body names classes in every way that Java has; those of records need codecs. */
class NamesInBodiesTest {

  private static final String OTHER =
      """
      package q;
      public class Other {
        public interface Holder { record Held(int a) {} }
        public record Nested(int a) { public record Deep(int a) {} }
      }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new Own(b).a()",
        "new Caller.Own(b).a()",
        "new p.Caller.Own(b).a()",
        "new Held(b).a()",
        "new Holder.Held(b).a()",
        "new Other.Holder.Held(b).a()",
        "new q.Other.Holder.Held(b).a()",
        "new Nested(b).a()",
        "new Deep(b).a()",
        "new Nested.Deep(b).a()",
        "java.util.List.of(1).get(0)",
        "java.lang.Math.max(b, 1)",
        "Math.max(Integer.MAX_VALUE, java.util.Optional.of(b).get())",
        "dev.jacquard.Workflows.map(java.util.List.of(b), Own::new).get(0).a()",
        "Workflows.map(java.util.List.of(b), Own::new).get(0).a()"
      })
  void everyWayOfNamingCompilesWithoutWarnings(String expression) {
    Project project = project(expression);
    Report report =
        Javac.withJacquard().with("-Xlint:all,-auxiliaryclass", "-Werror").compile(project);
    assertThat(report.messages()).as(report.toString()).isEmpty();
  }

  @Test
  void classesOfTheLanguageItselfNeedNoImport() {
    Project project = project("new Object().hashCode()");
    Report report = Javac.withJacquard().with("-Xlint:all").compile(project);
    assertThat(report.javacs()).as(report.toString()).isEmpty();
    assertThat(report.messages())
        .as("what is generated must not wait for the last round: " + report)
        .noneMatch(message -> message.text().contains("last round"));
  }

  private Project project(String expression) {
    return new Project(folder)
        .write("q/Other.java", OTHER)
        .write("p/Caller.java", callerWith(expression));
  }

  private static String callerWith(String expression) {
    return """
      package p;
      import static q.Other.Nested;
      import dev.jacquard.*;
      import q.*;
      import q.Other.Nested.Deep;
      import q.Other.Holder;
      class Caller implements Holder {
        record Own(int a) {}
        @Task static int task(int a) { return a; }
        @Workflow static int flow(int b) { return task(%s); }
      }
      interface Base { record Inherited(int a) {} }
      class Sub implements Base {
        record Own(String hides) {}
        @Workflow static int flow(int b) { return new Inherited(b).a() + new Own("").hides().length(); }
      }
      """
        .formatted(expression);
  }
}
