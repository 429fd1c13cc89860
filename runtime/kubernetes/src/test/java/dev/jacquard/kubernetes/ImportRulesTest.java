package dev.jacquard.kubernetes;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The import rules that each {@code package-info.java} tells. */
class ImportRulesTest {

  private static final String ROOT = "dev.jacquard.kubernetes";
  private static final JavaClasses KUBERNETES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void poolsAreDecidedWithoutInputOutputClockOrThreads() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + ".pool..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.fabric8..",
                "io.grpc..",
                "java.io..",
                "java.net..",
                "java.nio..",
                "java.util.concurrent..",
                "dev.jacquard.engine.."));
    check(
        noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".pool..", ROOT + ".failure..", ROOT + ".manifest..")
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now"));
  }

  @Test
  void whatIsReadOrWrittenKnowsNoClient() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".failure..", ROOT + ".manifest..", ROOT + ".pool..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.fabric8.kubernetes.client.."));
  }

  @Test
  void imagesAreBuiltInOnePlaceThatKnowsNoCluster() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".image..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.cloud.tools.jib.."));
    check(
        noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".image..", ROOT + ".profile..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.fabric8.kubernetes.client.."));
  }

  @Test
  void packagesAreFreeOfCycles() {
    check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(KUBERNETES);
  }
}
