package dev.jacquard.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The import rules that each {@code package-info.java} tells. */
class ImportRulesTest {

  private static final String ROOT = "dev.jacquard.server";
  private static final JavaClasses SERVER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void theTwoEndsKnowEachOtherByTheirMessagesAlone() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".client..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".service..")
        .check(SERVER);
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".service..", ROOT + ".wire..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".client..")
        .check(SERVER);
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".wire..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".service..", "io.grpc..")
        .check(SERVER);
  }

  @Test
  void theClusterIsReachedThroughItsModuleAlone() {
    noClasses().should().dependOnClassesThat().resideInAPackage("io.fabric8..").check(SERVER);
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(SERVER);
  }
}
