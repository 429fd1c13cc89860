package dev.jacquard.engine.code;

import dev.jacquard.engine.code.LinkProblem.Remedy;
import dev.jacquard.spec.v1.RecordComponent;
import dev.jacquard.spec.v1.RecordType;
import dev.jacquard.spec.v1.SealedType;
import dev.jacquard.spec.v1.TypeDefinition;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks the types that a spec defines against the class files. */
final class TypeLinks {

  private final WorkflowSpec spec;
  private final ClassFiles classes;
  private final List<LinkProblem> problems;

  TypeLinks(WorkflowSpec spec, ClassFiles classes, List<LinkProblem> problems) {
    this.spec = spec;
    this.classes = classes;
    this.problems = problems;
  }

  void check(TypeDefinition definition) {
    if (definition.hasEncoded()) {
      // The type may bear a name of its own; what is loaded is the codec.
      exists("The codec of " + definition.getName(), definition.getEncoded().getCodec());
      return;
    }
    Optional<ClassFacts> facts = exists("Type " + definition.getName(), definition.getName());
    if (facts.isEmpty()) {
      return;
    }
    switch (definition.getKindCase()) {
      case RECORD -> record(definition.getName(), definition.getRecord(), facts.get());
      case ENUMERATION ->
          names(
              definition.getName(),
              "constants",
              definition.getEnumeration().getConstantsList(),
              facts.get().constants());
      case SEALED -> sealed(definition.getName(), definition.getSealed(), facts.get());
      case PROTOBUF, ENCODED, KIND_NOT_SET -> {}
    }
  }

  private void record(String name, RecordType record, ClassFacts facts) {
    if (!facts.isRecord()) {
      add("Type " + name + " must be a record; found another kind of class.", Remedy.REBUILD);
      return;
    }
    List<RecordComponent> expected = record.getComponentsList();
    List<String> expectedNames = expected.stream().map(RecordComponent::getName).toList();
    List<String> foundNames = facts.components().stream().map(ClassFacts.Component::name).toList();
    if (names(name, "components", expectedNames, foundNames)) {
      for (int i = 0; i < expected.size(); i++) {
        component(name, expected.get(i), facts.components().get(i).type());
      }
    }
    if (classes.find(record.getCodec()).isEmpty()) {
      add(
          "Record "
              + name
              + " must have the generated codec "
              + record.getCodec()
              + "; there is none.",
          Remedy.PROCESSOR);
    }
  }

  private void component(String record, RecordComponent expected, JavaType found) {
    if (!TypeMatch.matches(expected.getType(), spec, found)) {
      add(
          "Record %s must have %s %s as when its user was compiled; found %s."
              .formatted(record, TypeText.of(expected.getType(), spec), expected.getName(), found),
          Remedy.REBUILD);
    }
  }

  /**
   * An interface in the same file may leave its permits clause to the compiler, whose order is
   * another.
   */
  private void sealed(String name, SealedType sealed, ClassFacts facts) {
    List<String> expected =
        sealed.getPermittedList().stream().map(index -> spec.getTypes(index).getName()).toList();
    if (!Set.copyOf(expected).equals(Set.copyOf(facts.permitted()))) {
      names(name, "permitted classes", expected, facts.permitted());
    }
  }

  private boolean names(String type, String what, List<String> expected, List<String> found) {
    if (expected.equals(found)) {
      return true;
    }
    add(
        "Type %s must have the %s %s as when its user was compiled; found %s."
            .formatted(type, what, expected, found),
        Remedy.REBUILD);
    return false;
  }

  private Optional<ClassFacts> exists(String subject, String className) {
    Optional<ClassFacts> facts = classes.find(className);
    if (facts.isEmpty()) {
      add(subject + " must be class " + className + ", which is not there.", Remedy.CLASS_PATH);
    }
    return facts;
  }

  private void add(String text, Remedy remedy) {
    problems.add(new LinkProblem(text, remedy));
  }
}
