package dev.jacquard.processor;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.ProtocolMessageEnum;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The direction of imports between the stages of the processor. */
class ImportRulesTest {
  private static final String ROOT = "dev.jacquard.processor";
  private static final String MODEL = ROOT + ".model..";
  private static final String DIAGNOSTIC = ROOT + ".diagnostic..";

  private static final JavaClasses PROCESSOR =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void stagesMeetOnlyInValuesOfModelAndDiagnostic() {
    check(
        slices()
            .matching(ROOT + ".(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAnyPackage(MODEL, DIAGNOSTIC)));
  }

  @Test
  void modelImportsNothing() {
    check(
        classes()
            .that()
            .resideInAPackage(MODEL)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(MODEL, "java..", "javax.lang.model..", "org.jspecify.annotations"));
  }

  @Test
  void diagnosticsImportNoStage() {
    check(
        noClasses()
            .that()
            .resideInAPackage(DIAGNOSTIC)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(stages()));
  }

  @Test
  void noStageKnowsTheWiring() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT));
  }

  @Test
  void onlyAnalyzeReadsSyntaxTrees() {
    check(outside("analyze").should().dependOnClassesThat().resideInAPackage("com.sun.source.."));
  }

  @Test
  void nothingReachesIntoTheCompiler() {
    check(noClasses().should().dependOnClassesThat().resideInAPackage("com.sun.tools.."));
  }

  @Test
  void onlyEmitKnowsProtobuf() {
    check(outside("emit").should().dependOnClassesThat(areProtobuf()));
  }

  @Test
  void onlyGenerateWritesJava() {
    check(
        outside("generate")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.palantir.javapoet.."));
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(PROCESSOR.getPackage(ROOT).getSubpackagesInTree())
        .filteredOn(stage -> !stage.getClasses().isEmpty())
        .allMatch(ImportRulesTest::isNullMarked);
  }

  private static String[] stages() {
    return new String[] {
      ROOT + ".declare..",
      ROOT + ".analyze..",
      ROOT + ".check..",
      ROOT + ".emit..",
      ROOT + ".generate.."
    };
  }

  private static GivenClassesConjunction outside(String stage) {
    return noClasses().that().resideOutsideOfPackage(ROOT + "." + stage + "..");
  }

  /** The messages of the contract and their library; its plain constants are for every stage. */
  private static DescribedPredicate<JavaClass> areProtobuf() {
    return resideInAPackage("com.google.protobuf..")
        .or(assignableTo(MessageOrBuilder.class))
        .or(assignableTo(ProtocolMessageEnum.class))
        .as("are protobuf");
  }

  private static boolean isNullMarked(JavaPackage stage) {
    return stage.isAnnotatedWith(NullMarked.class);
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(PROCESSOR);
  }
}
