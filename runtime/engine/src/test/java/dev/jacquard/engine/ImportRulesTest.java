package dev.jacquard.engine;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import dev.jacquard.spec.v1.Block;
import dev.jacquard.spec.v1.Node;
import dev.jacquard.spec.v1.TaskInterface;
import dev.jacquard.spec.v1.Type;
import dev.jacquard.spec.v1.Value;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * The direction of imports between the packages of the engine. Of the contract, a whole spec may be
 * handed on unread; what is in it belongs to few packages.
 */
class ImportRulesTest {
  private static final String ROOT = "dev.jacquard.engine";
  private static final String PLAN = ROOT + ".plan..";
  private static final String CODE = ROOT + ".code..";
  private static final String EXPRESSION = ROOT + ".expression..";
  private static final String VALUE = ROOT + ".value..";

  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void graphsAreReadWhereTheyAreCompiled() {
    check(
        outside(PLAN, EXPRESSION).should().dependOnClassesThat(areMadeFrom(Block.getDescriptor())));
  }

  @Test
  void expressionsAreReadWithoutTheirGraph() {
    check(
        noClasses()
            .that()
            .resideInAPackage(EXPRESSION)
            .should()
            .dependOnClassesThat(
                belongTo(Block.getDescriptor()).or(belongTo(Node.getDescriptor()))));
  }

  @Test
  void interfacesAreReadWhereTheyAreCompiledOrLinked() {
    check(
        outside(PLAN, CODE)
            .should()
            .dependOnClassesThat(areMadeFrom(TaskInterface.getDescriptor())));
  }

  @Test
  void typesAndValuesAreReadBesideThemByTheCodecAlone() {
    check(
        outside(PLAN, EXPRESSION, CODE, VALUE)
            .should()
            .dependOnClassesThat(
                areMadeFrom(Type.getDescriptor())
                    .or(areMadeFrom(Value.getDescriptor()))
                    .or(resideInAPackage("com.google.protobuf.."))));
  }

  @Test
  void packagesAreFreeOfCycles() {
    check(slices().matching(ROOT + ".(**)").should().beFreeOfCycles());
  }

  @Test
  void nothingNeedsTheTestingKit() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".testing..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".testing.."));
  }

  @Test
  void schedulingKnowsNoBackendOfItsOwn() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".schedule..", ROOT + ".policy..", PLAN, ROOT + ".backend")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".backend.local.."));
  }

  @Test
  void decisionsReadNoClock() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".schedule..", ROOT + ".policy..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class));
  }

  @Test
  void policiesAreFreeOfInputAndOutput() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + ".policy..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.util.concurrent.."));
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(ENGINE.getPackage(ROOT).getSubpackagesInTree())
        .filteredOn(part -> !part.getClasses().isEmpty())
        .allMatch(part -> part.isAnnotatedWith(NullMarked.class));
  }

  private static GivenClassesConjunction outside(String... packages) {
    return noClasses().that().resideOutsideOfPackages(packages);
  }

  /** What protoc makes of the messages and enums that share a file with this one. */
  private static DescribedPredicate<JavaClass> areMadeFrom(GenericDescriptor one) {
    FileDescriptor file = one.getFile();
    Stream<DescribedPredicate<JavaClass>> messages =
        file.getMessageTypes().stream().map(ImportRulesTest::belongTo);
    Stream<DescribedPredicate<JavaClass>> enums =
        file.getEnumTypes().stream().map(ImportRulesTest::belongTo);
    return DescribedPredicate.or(Stream.concat(messages, enums).toList())
        .as("are made from %s", file.getName());
  }

  /** The class that protoc makes of a message or enum, with its builder and what is nested. */
  private static DescribedPredicate<JavaClass> belongTo(GenericDescriptor descriptor) {
    String name = descriptor.getFile().getOptions().getJavaPackage() + "." + descriptor.getName();
    return nameMatching(Pattern.quote(name) + "(OrBuilder)?([$].*)?").forSubtype();
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(ENGINE);
  }
}
