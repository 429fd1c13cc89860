package dev.jacquard.engine.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorTest {

  private static final String MAVEN_LINE = "<artifactId>jacquard-processor</artifactId>";
  private static final String GRADLE_LINE =
      "annotationProcessor(\"dev.jacquard:jacquard-processor:";

  @TempDir Path folder;

  private final SampleApplication application = SampleApplication.sound();

  @Test
  void soundWorkflowNeedsNoWords() {
    assertThat(examine(SampleApplication.WORKFLOW)).isEmpty();
  }

  @Test
  void neitherSpecNorStubMeansThatNoProcessorRan() {
    application.withoutSpec(SampleApplication.WORKFLOW).without("shop.AnomalyWorkflows");
    assertThat(examine(SampleApplication.WORKFLOW).orElseThrow())
        .startsWith(
            "Workflow shop.Anomaly.detect has neither spec nor stub, though shop.Anomaly is there")
        .contains(
            "Since JDK 23 javac runs no processor that is only on the class path",
            MAVEN_LINE,
            GRADLE_LINE);
  }

  @Test
  void stubWithoutSpecMeansThatTheBodyWasNeverSeen() {
    application.withoutSpec(SampleApplication.WORKFLOW);
    assertThat(examine(SampleApplication.WORKFLOW).orElseThrow())
        .contains(
            "has its stub shop.AnomalyWorkflows, but no spec",
            "-proc:only",
            "Eclipse",
            MAVEN_LINE,
            GRADLE_LINE);
  }

  @Test
  void specWithoutHandlerNamesTheHandler() {
    application.without("shop.AnomalyHandlers");
    assertThat(examine(SampleApplication.WORKFLOW).orElseThrow())
        .contains(
            "generated handler shop.AnomalyHandlers$isAnomalous; there is none",
            MAVEN_LINE,
            GRADLE_LINE);
  }

  @Test
  void mixtureOfBuildsAsksForOneBuild() {
    application.without("shop.AnomalyHandlers");
    application.source(
        "shop.Anomaly", "package shop; class Anomaly { static void isAnomalous(int point) {} }");
    application.source(
        "shop.AnomalyHandlers",
        "package shop; class AnomalyHandlers { static class isAnomalous {} }");
    assertThat(examine(SampleApplication.WORKFLOW).orElseThrow())
        .contains(
            "found (int).", "it is of another version", "mvn clean package", "gradle clean build");
  }

  @Test
  void specOfANewerContractNamesBothVersions() {
    application.spec(
        SampleApplication.detect().toBuilder().setContract(2).setCompiler("9.9.9").build());
    assertThatThrownBy(() -> examine(SampleApplication.WORKFLOW))
        .isInstanceOf(CodeException.class)
        .hasMessageContaining("written by processor 9.9.9 under contract 2; this runtime (")
        .hasMessageContaining("knows contracts up to 1")
        .hasMessageContaining(MAVEN_LINE)
        .hasMessageContaining(GRADLE_LINE);
  }

  @Test
  void classWithoutThatWorkflowOffersTheNearest() {
    assertThat(examine("shop.Anomaly.detcet").orElseThrow())
        .isEqualTo(
            "Class shop.Anomaly has no workflow named detcet; it has detect, outer. Did you mean detect?");
    assertThat(examine("shop.Point.detect").orElseThrow())
        .isEqualTo(
            "Class shop.Point has no workflow named detect; it has no method marked @Workflow.");
  }

  @Test
  void classThatIsNotThereAsksForTheClassPath() {
    assertThat(examine("shop.Nothing.run").orElseThrow())
        .contains(
            "no class shop.Nothing on the class path",
            "--classpath",
            "mvn dependency:build-classpath");
  }

  @Test
  void codeOfAClassLoaderIsExaminedToo() throws Exception {
    application.withoutSpec(SampleApplication.WORKFLOW);
    URL[] urls = {application.compile(folder).toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, DoctorTest.class.getClassLoader())) {
      LoaderCode code = LoaderCode.of(loader.loadClass("shop.AnomalyWorkflows"));
      assertThat(code.spec(SampleApplication.OUTER)).isPresent();
      assertThat(Doctor.examine(code, SampleApplication.WORKFLOW).orElseThrow())
          .contains("but no spec");
    }
  }

  private Optional<String> examine(String workflow) {
    try (PathCode code =
        PathCode.open(new ClassPath(java.util.List.of(application.compile(folder))))) {
      return Doctor.examine(code, workflow);
    }
  }
}
