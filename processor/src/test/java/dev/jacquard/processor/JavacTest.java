package dev.jacquard.processor;

import static dev.jacquard.processor.TestCompiler.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.processor.TestCompiler.Compiled;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The processor among all that javac is given. */
class JavacTest {

  @TempDir Path home;

  @Test
  void defaultPackage() {
    Compiled compiled =
        compile(
            source(
                "Order.java",
                "import dev.jacquard.*;",
                "class Order {",
                "  record Line(int x) {}",
                "  @Task static int order(Line line) { return line.x(); }",
                "  @Workflow static int run(int x) { return order(new Line(x)); }",
                "}"));
    assertThat(compiled.messages()).isEmpty();
    assertThat(compiled.specs()).containsOnlyKeys("META-INF/jacquard/Order.run.pb");
    assertThat(compiled.output())
        .containsKeys(
            "OrderHandlers$OrderTask.class",
            "OrderCodecs$Order_LineCodec.class",
            "OrderWorkflows.class");
  }

  @Test
  void interfacesRecordsEnumsAndNestedClassesHoldWorkflows() {
    Compiled compiled =
        compile(
            source(
                "shop/Holder.java",
                "package shop;",
                "import dev.jacquard.*;",
                "interface Holder {",
                "  @Workflow static int inInterface(int x) { return x; }",
                "  record Point(int x) { @Workflow static int inRecord(int x) { return x; } }",
                "  enum Color { RED; @Workflow static int inEnum(int x) { return x; } }",
                "  @interface Mark { class In { @Workflow static int deep(int x) { return x; } } }",
                "  class Generic<T> { @Workflow static int inGeneric(int x) { return x; }",
                "    class Inner { @Workflow static int inInner(int x) { return x; } } }",
                "}"));
    assertThat(compiled.messages()).isEmpty();
    assertThat(compiled.specs().keySet())
        .containsExactly(
            "META-INF/jacquard/shop.Holder$Color.inEnum.pb",
            "META-INF/jacquard/shop.Holder$Generic$Inner.inInner.pb",
            "META-INF/jacquard/shop.Holder$Generic.inGeneric.pb",
            "META-INF/jacquard/shop.Holder$Mark$In.deep.pb",
            "META-INF/jacquard/shop.Holder$Point.inRecord.pb",
            "META-INF/jacquard/shop.Holder.inInterface.pb");
  }

  @Test
  void namesInOtherScripts() {
    Compiled compiled =
        compile(
            source(
                "läden/Größe.java",
                "package läden;",
                "import dev.jacquard.*;",
                "class Größe {",
                "  @Task static int 計算(int größe) { return größe; }",
                "  @Workflow static int ärger(@Default(\"1\") int größe) { return 計算(größe); }",
                "}"));
    assertThat(compiled.messages()).isEmpty();
    assertThat(compiled.specs()).containsOnlyKeys("META-INF/jacquard/läden.Größe.ärger.pb");
  }

  @Test
  void moduleThatOpensItsPackage() throws IOException {
    Compiled compiled =
        TestCompiler.into(home)
            .options("--module-path", ProblemsTest.annotations(home).toString())
            .options("-Xlint:all,-requires-automatic,-requires-transitive-automatic", "-Werror")
            .compile(
                source(
                    "module-info.java",
                    "module shop {",
                    "  requires java.compiler;",
                    "  requires dev.jacquard;",
                    "  exports shop;",
                    "}"),
                source(
                    "shop/Orders.java",
                    "package shop;",
                    "import dev.jacquard.*;",
                    "final class Orders {",
                    "  record Line(int x) {}",
                    "  @Task static Line price(Line line) { return line; }",
                    "  @Workflow static Line run(Line line) { return price(line); }",
                    "}"));
    assertThat(compiled.messages()).isEmpty();
    assertThat(compiled.specs()).containsOnlyKeys("META-INF/jacquard/shop.Orders.run.pb");
    assertThat(compiled.source("shop/OrdersWorkflows.java")).contains("@Generated(");
  }

  @Test
  void generatedIsLeftOutWhereTheModuleDoesNotReadIt() throws IOException {
    Compiled compiled =
        TestCompiler.into(home)
            .options("--module-path", ProblemsTest.annotations(home).toString())
            .compile(
                source("module-info.java", "module shop { requires dev.jacquard; opens shop; }"),
                source(
                    "shop/Orders.java",
                    "package shop;",
                    "final class Orders {",
                    "  @dev.jacquard.Workflow static int run(int x) { return x; }",
                    "}"));
    assertThat(compiled.successful()).as(compiled.messages().toString()).isTrue();
    assertThat(compiled.source("shop/OrdersWorkflows.java"))
        .isNotEmpty()
        .doesNotContain("@Generated");
  }

  /** What javac says without the processor is all that it says with it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "int x = \"text\";",
        "Missing missing;",
        "@Workflow static int run(int x) { return missing(x); }",
        "@Workflow static int run(Missing x) { return 1; }",
        "@Workflow static Missing run(int x) { return null; }",
        "@Workflow static java.util.List<Missing> run(int x) { return null; }",
        "@Workflow static int run(int x) { return new Missing(x).y(); }",
        "@Workflow static int run(int x) { String s = x; return s; }",
        "@Workflow static int run(int x) { int y; return y; }",
        "@Workflow static int run(int x) { return 1; } @Workflow static int run(int y) { return 2; }",
        "@Workflow(name = MISSING) static int run(int x) { return x; }",
        "@Workflow(missing = 1) static int run(int x) { return x; }",
        "@Workflow(timeout = 1) static int run(int x) { return x; }",
        "@Task(retries = \"a\") static int f(int x) { return x; }",
        "@Task(retryOn = Missing.class) static int f(int x) { return x; }",
        "@Task static int f(int x) { return y; }",
        "@Task static int f(int x, ) { return x; }",
        "@Workflow static int run(int x) { return f(x }",
        "@Workflow static int",
        "@Workflow @Task",
        "@Task static record R(int x) {}",
        "record R(Missing x) {} @Task static int f(R r) { return 1; }",
        "@Workflow static void run(@Default(MISSING) int x) {}",
        "@Missing @Workflow static int run(int x) { return x; }"
      })
  void sourceWithErrorsOfJavacGetsNoOthers(String member) {
    JavaFileObject file =
        source(
            "shop/Broken.java",
            "package shop;",
            "import dev.jacquard.*;",
            "class Broken {",
            member,
            "}");
    Compiled without = TestCompiler.into(home.resolve("a")).options("-proc:none").compile(file);
    Compiled with = TestCompiler.into(home.resolve("b")).compile(file);
    assertThat(without.successful()).isFalse();
    assertThat(with.successful()).isFalse();
    assertThat(with.messages()).noneMatch(message -> message.contains("["));
    assertThat(with.messages()).isNotEmpty();
    assertThat(without.messages()).containsAll(with.messages());
  }

  @Test
  void bodiesOfOtherClassesAreAnalysedBesideOneWithErrors() {
    Compiled compiled =
        TestCompiler.into(home)
            .options("--should-stop=ifError=FLOW", "-XDcompilePolicy=simple")
            .compile(
                source(
                    "shop/A.java",
                    "package shop;",
                    "class A { @dev.jacquard.Workflow static int run(int x) { return y; } }"),
                source(
                    "shop/B.java",
                    "package shop;",
                    "class B { @dev.jacquard.Workflow static int run(int x) { while (true) {} } }"));
    assertThat(compiled.messages())
        .hasSize(2)
        .anyMatch(message -> message.contains("cannot find symbol"))
        .anyMatch(message -> message.contains("[NotYetSupported]"));
  }

  /** Generates a record in the second round, and another in the third. */
  @SupportedAnnotationTypes("*")
  private static final class Generator extends AbstractProcessor {

    private int rounds;

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      rounds++;
      if (rounds <= 2) {
        String name = rounds == 1 ? "First" : "Second";
        try (Writer out = processingEnv.getFiler().createSourceFile("shop." + name).openWriter()) {
          out.write("package shop; public record " + name + "(int x) {}");
        } catch (IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
      }
      return false;
    }
  }

  @Test
  void typesThatAnotherProcessorGeneratesAreWaitedFor() {
    Compiled compiled =
        TestCompiler.into(home)
            .processor(new Generator())
            .compile(
                source(
                    "shop/Orders.java",
                    "package shop;",
                    "import dev.jacquard.*;",
                    "class Orders {",
                    "  @Task static int f(java.util.List<First> first) { return 1; }",
                    "  @Workflow static int run(int x) {",
                    "    int y = new Second(x).x();",
                    "    return f(java.util.List.of(new First(y)));",
                    "  }",
                    "}"));
    assertThat(compiled.messages()).isEmpty();
    assertThat(compiled.specs()).containsOnlyKeys("META-INF/jacquard/shop.Orders.run.pb");
    assertThat(compiled.output())
        .containsKeys("shop/OrdersCodecs$FirstCodec.class", "shop/OrdersCodecs$SecondCodec.class");
  }

  @Test
  void classOfThreeThousandLines() {
    String members =
        IntStream.range(0, 1000)
            .mapToObj(
                i ->
                    """
                    @Task static int task%1$d(int x) { return x; }
                    @Workflow static int run%1$d(int x) {
                    return task%1$d(x) + task%1$d(x + 1); }\
                    """
                        .formatted(i))
            .collect(Collectors.joining("\n"));
    Compiled compiled =
        compile(
            source(
                "shop/Large.java",
                "package shop;",
                "import dev.jacquard.*;",
                "class Large {",
                members,
                "}"));
    assertThat(compiled.messages()).isEmpty();
    assertThat(compiled.specs()).hasSize(1000);
  }

  @Test
  void processingAloneWritesSourcesAndNoSpecs() {
    Compiled compiled =
        TestCompiler.into(home)
            .options("-proc:only")
            .compile(
                source(
                    "shop/A.java",
                    "package shop;",
                    "class A { @dev.jacquard.Workflow static int run(int x) { return x; } }"));
    assertThat(compiled.messages()).isEmpty();
    assertThat(compiled.sources()).containsKey("shop/AWorkflows.java");
    assertThat(compiled.specs()).isEmpty();
  }

  @Test
  void workflowAndTaskOfAnotherClassPathNeedOnlyClassFiles() {
    Path library = home.resolve("library");
    Compiled first =
        TestCompiler.into(library)
            .compile(
                source(
                    "lib/Library.java",
                    "package lib;",
                    "import dev.jacquard.*;",
                    "public final class Library {",
                    "  public record Implicit(int x) {}",
                    "  public record Written(int x) {",
                    "    public Written { if (x < 0) throw new IllegalArgumentException(); }",
                    "  }",
                    "  @Task public static Implicit load(int someName) { return new Implicit(1); }",
                    "  @Task public static Written check(int x) { return new Written(1); }",
                    "}"));
    assertThat(first.messages()).isEmpty();
    Compiled second =
        TestCompiler.into(home)
            .classPath(first.classes())
            .compile(
                source(
                    "shop/Shop.java",
                    "package shop;",
                    "import dev.jacquard.*;",
                    "import lib.Library;",
                    "class Shop {",
                    "  @Workflow static int good(int x) {",
                    "    return Library.load(x).x() + new Library.Implicit(x).x();",
                    "  }",
                    "  @Workflow static int bad(int x) {",
                    "    return new Library.Written(x).x();",
                    "  }",
                    "}"));
    assertThat(second.messages())
        .singleElement()
        .asString()
        .startsWith("9: [UserCodeInExpression]");
  }

  @Test
  void parameterNamesOfClassFilesComeFromGeneratedCode() {
    Compiled first =
        TestCompiler.into(home.resolve("library"))
            .options("-g:none")
            .compile(
                source(
                    "lib/Library.java",
                    "package lib;",
                    "public final class Library {",
                    "  @dev.jacquard.Task public static int load(int someName) { return 1; }",
                    "}"));
    Compiled second =
        TestCompiler.into(home)
            .classPath(first.classes())
            .compile(
                source(
                    "shop/Shop.java",
                    "package shop;",
                    "class Shop {",
                    "  @dev.jacquard.Workflow static int run(int x) {",
                    "    return lib.Library.load(x);",
                    "  }",
                    "}"));
    assertThat(second.messages()).isEmpty();
    assertThat(
            new String(
                second.specs().get("META-INF/jacquard/shop.Shop.run.pb"), StandardCharsets.UTF_8))
        .contains("someName");
  }

  @Test
  void onlyItsOwnAnnotationsAreClaimed() {
    List<String> supported =
        new JacquardProcessor()
            .getSupportedAnnotationTypes().stream()
                .filter(name -> !name.startsWith("dev.jacquard."))
                .toList();
    assertThat(supported).containsExactly("javax.annotation.processing.Generated");
  }

  private Compiled compile(JavaFileObject... sources) {
    return TestCompiler.into(home).options("-Xlint:all,-path", "-Werror").compile(sources);
  }
}
