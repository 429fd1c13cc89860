package dev.jacquard.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The direction of imports between the packages of the worker module. */
class ImportRulesTest {

  private static final String ROOT = "dev.jacquard.worker";
  private static final JavaClasses WORKER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void gatewayDecidesWithoutInputOutputClockOrThreads() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + ".gateway..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.grpc..",
                "java.io..",
                "java.net..",
                "java.nio.file..",
                "java.nio.channels..",
                "java.util.concurrent..",
                "com.google.protobuf..",
                ROOT + ".v1..",
                "dev.jacquard.engine.time.."));
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + ".gateway..")
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now"));
  }

  @Test
  void wireKnowsNoTransport() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + ".wire..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.grpc.."));
  }

  @Test
  void theEndsMeetInTheProtocolAlone() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + ".process..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".grpc..", ROOT + ".supervise.."));
    check(
        noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".grpc..", ROOT + ".supervise..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".process.."));
  }

  @Test
  void packagesAreFreeOfCycles() {
    check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(WORKER);
  }
}
