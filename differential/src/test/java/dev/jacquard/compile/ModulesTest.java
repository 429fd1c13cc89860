package dev.jacquard.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A user's module: the package of its handlers must be within reach of the runtime. */
class ModulesTest {

  @TempDir Path folder;
  private Project project;

  @BeforeEach
  void makeProject() {
    project = Project.shop(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"exports shop;", "opens shop;", "opens shop to dev.jacquard.engine;"})
  void packageWithinReachCompiles(String directive) {
    Report report = compile("module my.shop { requires dev.jacquard; " + directive + " }");
    assertThat(report.ids()).as(report.toString()).isEmpty();
    assertThat(report.success()).as(report.toString()).isTrue();
    assertThat(project.outputs().contents())
        .containsKey("classes/META-INF/jacquard/shop.Orders.total.pb");
  }

  @Test
  void openModuleCompiles() {
    compile("open module my.shop { requires dev.jacquard; }").mustSucceed();
  }

  @Test
  void packageOutOfReachIsOneErrorForEachClassAtMost() {
    Report report = compile("module my.shop { requires dev.jacquard; }");
    assertThat(report.success()).isFalse();
    assertThat(report.ids()).contains("PackageNotOpen").containsOnly("PackageNotOpen");
    assertThat(report.jacquards()).allMatch(Message::hasPlace);
    assertThat(report.javacs()).isEmpty();
    assertThat(report.jacquards().get(0).text()).contains("opens shop;");
  }

  @Test
  void moduleThatDoesNotRequireJacquardIsJavacsMistake() {
    Report report = compile("module my.shop { opens shop; }");
    assertThat(report.success()).isFalse();
    assertThat(report.ids()).as(report.toString()).isEmpty();
    assertThat(report.toString()).contains("package dev.jacquard is not visible");
  }

  @Test
  void oneFileOfModuleAgain() {
    compile("module my.shop { requires dev.jacquard; opens shop; }").mustSucceed();
    Outputs outputs = project.outputs();
    Javac.withJacquard()
        .withoutClassPath()
        .with("-p", Javac.annotations().toString())
        .compile(project, List.of(project.file("shop/Orders.java")))
        .mustSucceed();
    assertThat(project.outputs().contents()).isEqualTo(outputs.contents());
  }

  private Report compile(String module) {
    project.write("module-info.java", module);
    return Javac.withJacquard()
        .withoutClassPath()
        .with("-p", Javac.annotations().toString())
        .compile(project);
  }
}
