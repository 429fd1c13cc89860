package dev.jacquard.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways in which javac is told of the processor, or is not. */
class ProcessorPathsTest {

  private static final String SPEC = "classes/META-INF/jacquard/shop.Orders.total.pb";
  private static final String STUBS = "generated/shop/OrdersWorkflows.java";

  @TempDir Path folder;
  private Project project;
  private Outputs outputs;

  @BeforeEach
  void compileInTheUsualWay() {
    project = Project.shop(folder);
    Javac.withJacquard().compile(project).mustSucceed();
    outputs = project.outputs();
    project.clean();
  }

  @Test
  void foundOnTheProcessorPath() {
    Javac.asToldBy("-processorpath", Javac.processorPath()).compile(project).mustSucceed();
    assertThat(project.outputs().contents()).isEqualTo(outputs.contents());
  }

  @Test
  void named() {
    Javac.asToldBy(
            "-processorpath",
            Javac.processorPath(),
            "-processor",
            "dev.jacquard.processor.JacquardProcessor")
        .compile(project)
        .mustSucceed();
    assertThat(project.outputs().contents()).isEqualTo(outputs.contents());
  }

  /** On 23 and later javac looks there only when it is told to process. */
  @Test
  void foundOnTheClassPath() {
    assumeThat(Runtime.version().feature()).isLessThan(23);
    Javac.asToldBy().on(onClassPath()).compile(project).mustSucceed();
    assertThat(project.outputs().contents()).isEqualTo(outputs.contents());
  }

  @Test
  void processingAloneWritesStubsAndNoSpecs() {
    Javac.asToldBy("-proc:only", "-processorpath", Javac.processorPath())
        .compile(project)
        .mustSucceed();
    assertThat(project.outputs().contents()).containsKey(STUBS).doesNotContainKey(SPEC);
    assertThat(project.outputs().jacquards().contents())
        .isEqualTo(outputs.jacquards().only(path -> path.endsWith(".java")).contents());
  }

  @Test
  void processingAloneThenCompilingWithoutProcessorGivesTheClasses() {
    Javac.asToldBy("-proc:only", "-processorpath", Javac.processorPath())
        .compile(project)
        .mustSucceed();
    List<Path> all = new ArrayList<>(project.files());
    all.addAll(Project.filesBelow(project.generated()));
    Javac.alone().compile(project, all).mustSucceed();
    assertThat(project.outputs().contents())
        .isEqualTo(outputs.only(path -> !path.endsWith(".pb")).contents());
  }

  private static Path[] onClassPath() {
    return List.of(Javac.processorPath().split(File.pathSeparator)).stream()
        .map(Path::of)
        .toArray(Path[]::new);
  }
}
