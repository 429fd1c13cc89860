package dev.jacquard.processor.declare;

import dev.jacquard.Actor;
import dev.jacquard.processor.model.ClassDeclaration.ActorDeclaration;
import dev.jacquard.processor.model.ClassDeclaration.ConstructorDeclaration;
import dev.jacquard.processor.model.GeneratedNames;
import dev.jacquard.processor.model.Interfaces.ActorInterface;
import dev.jacquard.processor.model.Interfaces.ActorPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads what a class is as an actor: its policies, and the constructors that a graph may call. */
final class ActorReader {

  private final Elements elements;
  private final Types types;
  private final Generated generated;
  private final TypeText text;
  private final CountingDiagnostics diagnostics;
  private final ActorRules rules;
  private final NameRules names;
  private final PolicyReader policies;

  ActorReader(
      Elements elements,
      Types types,
      Generated generated,
      TypeText text,
      CountingDiagnostics diagnostics) {
    this.elements = elements;
    this.types = types;
    this.generated = generated;
    this.text = text;
    this.diagnostics = diagnostics;
    this.rules = new ActorRules(diagnostics);
    this.names = new NameRules(diagnostics);
    this.policies = new PolicyReader(elements, diagnostics);
  }

  /**
   * Reads a class that is marked as an actor; empty where it is none or a wrong one.
   *
   * @param signatures reads the signatures of the class
   */
  Optional<ActorDeclaration> read(
      TypeElement type, GeneratedNames generatedNames, SignatureReader signatures) {
    Optional<Mark> mark = Mark.of(type, Actor.class);
    int errorsBefore = diagnostics.errors();
    if (mark.isEmpty() || !rules.check(type)) {
      return Optional.empty();
    }
    names.checkForm(mark.get());
    ActorPolicy policy = policies.ofActor(mark.get());
    if (diagnostics.errors() > errorsBefore) {
      return Optional.empty();
    }
    String className = elements.getBinaryName(type).toString();
    String given = mark.get().text("name");
    String name = given.isEmpty() ? className : given;
    String holder = generatedNames.qualified(generatedNames.handlers());
    List<ConstructorDeclaration> constructors = new ArrayList<>();
    for (ExecutableElement constructor : constructors(type)) {
      String ordinal = constructors.isEmpty() ? "" : String.valueOf(constructors.size() + 1);
      String handler = type.getSimpleName() + "Actor" + ordinal;
      signatures
          .readConstructor(constructor, generated.parameterNames(constructor, holder))
          .map(
              signature ->
                  new ActorInterface(
                      className,
                      name,
                      text.descriptor(constructor),
                      signature.parameters(),
                      holder + "$" + handler,
                      policy,
                      signature.definitions()))
          .ifPresent(
              signature ->
                  constructors.add(new ConstructorDeclaration(constructor, handler, signature)));
    }
    return Optional.of(new ActorDeclaration(List.copyOf(constructors), isCloseable(type)));
  }

  /** Those that generated code can call, in an order that is not that of the source. */
  private List<ExecutableElement> constructors(TypeElement type) {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .filter(constructor -> !constructor.getModifiers().contains(Modifier.PRIVATE))
        .sorted(Comparator.comparing(text::descriptor))
        .toList();
  }

  private boolean isCloseable(TypeElement type) {
    TypeElement closeable = elements.getTypeElement("java.lang.AutoCloseable");
    return closeable != null && types.isSubtype(type.asType(), closeable.asType());
  }
}
