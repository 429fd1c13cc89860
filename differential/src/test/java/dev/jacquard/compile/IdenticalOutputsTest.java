package dev.jacquard.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Equal sources give equal bytes: of specs, of generated sources and of classes, however javac is
 * called.
 */
class IdenticalOutputsTest {

  @TempDir static Path sound;
  private static Project project;
  private static Outputs outputs;

  @TempDir Path folder;

  @BeforeAll
  static void compileInTheUsualWay() {
    project = Project.shopAndExamples(sound);
    Javac.withJacquard().compile(project).mustSucceed();
    outputs = project.outputs();
    assertThat(outputs.contents().keySet())
        .contains(
            "classes/META-INF/jacquard/shop.Orders.total.pb",
            "classes/META-INF/jacquard/shop.Orders$Many.dispatchAll.pb",
            "generated/shop/OrdersWorkflows.java",
            "generated/shop/Orders_ManyWorkflows.java",
            "classes/shop/OrdersWorkflows.class");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void orderOfFilesDoesNotMatter(int seed) {
    List<Path> files = new ArrayList<>(project.files());
    Collections.shuffle(files, new Random(seed));
    Javac.withJacquard().compile(project.clean(), files).mustSucceed();
    assertThat(project.outputs().contents()).isEqualTo(outputs.contents());
  }

  @ParameterizedTest
  @ValueSource(strings = {"simple", "byfile", "bytodo"})
  void policyOfTheCompilerDoesNotMatter(String policy) {
    Javac.withJacquard().with("-XDcompilePolicy=" + policy).compile(project.clean()).mustSucceed();
    assertThat(project.outputs().contents()).isEqualTo(outputs.contents());
  }

  @Test
  void lintAndParametersAndDebugDoNotMatterToSpecs() {
    Project other = Project.copyOf(project.sources(), folder);
    Javac.withJacquard()
        .with("-Xlint:all", "-parameters", "-g", "--release", "17")
        .compile(other)
        .mustSucceed();
    assertThat(other.outputs().jacquards().contents()).isEqualTo(outputs.jacquards().contents());
  }

  @Test
  void sourcesElsewhereGiveTheSame() {
    Project elsewhere = Project.copyOf(project.sources(), folder.resolve("a place/elsewhere"));
    Javac.withJacquard().compile(elsewhere).mustSucceed();
    assertThat(elsewhere.outputs().contents()).isEqualTo(outputs.contents());
  }

  /** Each file against the class files of the others, and against its own of the time before. */
  @Test
  void oneFileAgainGivesTheSame() {
    for (Path file : shop()) {
      Javac.withJacquard().on(project.classes()).compile(project, List.of(file)).mustSucceed();
      assertThat(project.outputs().contents()).as(file.toString()).isEqualTo(outputs.contents());
    }
  }

  /** As Maven does it without its detection of changes: sources and generated ones on a path. */
  @Test
  void oneFileAgainWithSourcePathGivesTheSame() {
    String path = Javac.join(List.of(project.sources(), project.generated()));
    for (Path file : shop()) {
      Javac.withJacquard()
          .on(project.classes())
          .with("-sourcepath", path)
          .compile(project, List.of(file))
          .mustSucceed();
      assertThat(project.outputs().contents()).as(file.toString()).isEqualTo(outputs.contents());
    }
  }

  @Test
  void newestJdkGivesTheSameSpecsAndSources() throws IOException {
    Optional<JavacProcess> newest = JavacProcess.newest();
    if (newest.isEmpty()) {
      System.out.println("no newer JDK is beside this one, so that none is compared with it");
      return;
    }
    Project other = Project.copyOf(project.sources(), folder);
    newest
        .get()
        .compile(Javac.asToldBy("--release", "17", "-processorpath", Javac.processorPath()), other)
        .mustSucceed();
    assertThat(other.outputs().jacquards().contents()).isEqualTo(outputs.jacquards().contents());
  }

  private static List<Path> shop() {
    return project.files().stream().filter(file -> file.getParent().endsWith("shop")).toList();
  }
}
