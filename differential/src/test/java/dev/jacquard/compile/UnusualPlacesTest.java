package dev.jacquard.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workflows wherever Java lets a static method stand, under whatever name, however many. */
class UnusualPlacesTest {

  private static final String IMPORTS =
      "import static dev.jacquard.Workflows.*;\nimport dev.jacquard.*;\nimport java.util.*;\n";

  @TempDir Path folder;
  private Project project;

  @BeforeEach
  void makeProject() {
    project = new Project(folder);
  }

  @Test
  void defaultPackage() {
    project.write(
        "Bare.java",
        IMPORTS
            + """
            class Bare {
              record Pair(int a, int b) {}
              @Task static Pair pair(int a) { return new Pair(a, a); }
              @Workflow static List<Integer> sums(List<Integer> ns) {
                return map(map(ns, Bare::pair), p -> p.a() + p.b());
              }
            }
            """);
    compileClean();
    assertThat(written()).contains("META-INF/jacquard/Bare.sums.pb", "BareWorkflows.class");
  }

  @Test
  void classesInterfacesRecordsAndEnumsInEachOther() {
    project.write("p/Outer.java", "package p;\n" + IMPORTS + NESTED);
    compileClean();
    assertThat(written())
        .contains(
            "META-INF/jacquard/p.Outer$Inner.inClass.pb",
            "META-INF/jacquard/p.Outer$Inner$Deep.inInterface.pb",
            "META-INF/jacquard/p.Outer$Point.inRecord.pb",
            "META-INF/jacquard/p.Outer$Color.inEnum.pb",
            "p/Outer_InnerWorkflows.class",
            "p/Outer_Inner_DeepWorkflows.class",
            "p/Outer_PointWorkflows.class",
            "p/Outer_ColorWorkflows.class");
  }

  private static final String NESTED =
      """
      final class Outer {
        static final class Inner {
          @Workflow static int inClass(int a) { return Deep.task(a) + 1; }
          interface Deep {
            @Task static int task(int a) { return a; }
            @Workflow static int inInterface(int a) { return Inner.inClass(a) + Deep.task(a); }
          }
        }
        record Point(int x, int y) {
          @Task static Point moved(Point p, int by) { return new Point(p.x() + by, p.y()); }
          @Workflow static Point inRecord(Point p) { return moved(p, Color.inEnum(Color.RED).ordinal()); }
        }
        enum Color {
          RED, GREEN { @Override int shade() { return 2; } };
          int shade() { return 1; }
          @Task static Color next(Color c) { return values()[(c.ordinal() + 1) % 2]; }
          @Workflow static Color inEnum(Color c) { return c == RED ? next(c) : c; }
        }
        @interface Marked {
          class Holder { @Workflow static int inAnnotation(int a) { return Inner.Deep.task(a); } }
        }
      }
      """;

  @Test
  void severalTopLevelClassesInOneFile() {
    project.write(
        "p/First.java",
        "package p;\n"
            + IMPORTS
            + """
            class First {
              @Workflow static int one(int a) { return Second.task(a); }
            }
            class Second {
              @Task static int task(int a) { return a; }
              @Workflow static int two(int a) { return First.one(a) + Third.LIMIT; }
            }
            interface Third { int LIMIT = 3; }
            """);
    // javac warns of any other file that names such a class, and lets nobody suppress it there.
    Javac.withJacquard()
        .with("-Xlint:all,-auxiliaryclass", "-Werror")
        .compile(project)
        .mustSucceed();
    assertThat(written())
        .contains("META-INF/jacquard/p.First.one.pb", "META-INF/jacquard/p.Second.two.pb");
  }

  @Test
  void namesInOtherScripts() {
    project.write(
        "größe/Übersicht.java",
        "package größe;\n"
            + IMPORTS
            + """
            public final class Übersicht {
              public record Größe(int längе, String 名前) {}
              @Task static Größe 測る(String 名前) { return new Größe(名前.length(), 名前); }
              @Workflow public static List<Größe> обзор(List<String> namen) {
                return map(namen, näme -> 測る(näme + "é\\u0301\\uD83D\\uDE00"));
              }
            }
            """);
    Javac.withJacquard().with("-encoding", "UTF-8").compile(project).mustSucceed();
    assertThat(written())
        .contains("META-INF/jacquard/größe.Übersicht.обзор.pb", "größe/ÜbersichtWorkflows.class");
  }

  @Test
  void namesWithDollarsAndUnderscores() {
    project.write(
        "p/A$B.java",
        "package p;\n"
            + IMPORTS
            + """
            class A$B {
              @Task static int $(int _a) { return _a; }
              @Task static int $$(int $) { return $; }
              @Workflow static int _w(int $a) { int $$a = $($a); return $$($$a) + A_B.C.v($a); }
            }
            class A_B {
              static class C { @Workflow static int v(int a) { return a; } }
            }
            """);
    compileClean();
    assertThat(written())
        .contains("META-INF/jacquard/p.A$B._w.pb", "META-INF/jacquard/p.A_B$C.v.pb");
  }

  @Test
  void threeThousandLines() {
    String tasks =
        numbered(0, 900, "  @Task static int t%1$d(int a) {\n    return a + %1$d;\n  }\n");
    String calls = numbered(0, 300, "    n = t%1$d(n);\n");
    project.write(
        "p/Long.java",
        "package p;\nimport dev.jacquard.*;\nclass Long {\n"
            + tasks
            + "  @Workflow static int all(int n) {\n"
            + calls
            + "    return n;\n  }\n}\n");
    compileClean();
    assertThat(written()).contains("META-INF/jacquard/p.Long.all.pb");
  }

  @Test
  void twoHundredWorkflowsInOneClass() {
    String workflows =
        numbered(
            0,
            200,
            """
              @Workflow static List<Integer> w%1$d(List<Integer> a, int by) {
                return map(a, n -> n > by ? t(n) : %1$d);
              }
            """);
    project.write(
        "p/Many.java",
        "package p;\n"
            + IMPORTS
            + "class Many {\n  @Task static int t(int a) { return a; }\n"
            + workflows
            + "}\n");
    compileClean();
    assertThat(written()).filteredOn(name -> name.endsWith(".pb")).hasSize(200);
  }

  @Test
  void deepExpressionsAndStatements() {
    writeDeep(150);
    compileClean();
    assertThat(written())
        .contains("META-INF/jacquard/p.Deep.wide.pb", "META-INF/jacquard/p.Deep.deep.pb");
  }

  @Test
  void expressionsDeeperThanAnyoneWritesAreToldOf() {
    writeDeep(1000);
    Report report = Javac.withJacquard().compile(project);
    assertThat(report.ids()).as(report.toString()).containsExactly("TooDeeplyNested");
    assertThat(report.errors()).hasSize(1).allMatch(Message::hasPlace);
  }

  private void writeDeep(int calls) {
    String sum = numbered(0, calls, " + t(a + %1$d)");
    String ifs = "if (a > 1) { ".repeat(60) + "a = t(a); " + "} else { a = a + 1; }".repeat(60);
    project.write(
        "p/Deep.java",
        "package p;\nimport dev.jacquard.*;\nclass Deep {\n"
            + "  @Task static int t(int a) { return a; }\n"
            + "  @Workflow static int wide(int a) { return a"
            + sum
            + "; }\n"
            + "  @Workflow static int deep(int a) { "
            + ifs
            + " return a; }\n"
            + "}\n");
  }

  private void compileClean() {
    Javac.withJacquard().with("-Xlint:all", "-Werror").compile(project).mustSucceed();
  }

  private Iterable<String> written() {
    return Outputs.of(project.classes(), List.of(project.classes())).contents().keySet();
  }

  private static String numbered(int from, int to, String line) {
    return IntStream.range(from, to).mapToObj(line::formatted).collect(Collectors.joining());
  }
}
