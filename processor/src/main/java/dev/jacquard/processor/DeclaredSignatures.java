package dev.jacquard.processor;

import dev.jacquard.Actor;
import dev.jacquard.Task;
import dev.jacquard.Workflow;
import dev.jacquard.processor.analyze.Signatures;
import dev.jacquard.processor.declare.Declarations;
import dev.jacquard.processor.declare.ValueTypes.Reading;
import dev.jacquard.processor.model.ClassDeclaration;
import dev.jacquard.processor.model.ClassDeclaration.ActorDeclaration;
import dev.jacquard.processor.model.ClassDeclaration.TaskDeclaration;
import dev.jacquard.processor.model.ClassDeclaration.WorkflowDeclaration;
import dev.jacquard.processor.model.Interfaces.ActorInterface;
import dev.jacquard.processor.model.Interfaces.TaskInterface;
import dev.jacquard.processor.model.Interfaces.WorkflowInterface;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Answers the questions of the analysis by what is declared. */
final class DeclaredSignatures implements Signatures {

  private final Declarations declarations;
  private final TypeElement forClass;
  private final Map<TypeElement, ClassDeclaration> cache;

  private DeclaredSignatures(
      Declarations declarations, TypeElement forClass, Map<TypeElement, ClassDeclaration> cache) {
    this.declarations = declarations;
    this.forClass = forClass;
    this.cache = cache;
  }

  /** Signatures as the code of any class sees them. */
  static DeclaredSignatures of(Declarations declarations, TypeElement forClass) {
    return new DeclaredSignatures(declarations, forClass, new HashMap<>());
  }

  /** The same signatures as the code of another class sees them. */
  DeclaredSignatures forClass(TypeElement type) {
    return new DeclaredSignatures(declarations, type, cache);
  }

  @Override
  public Lookup<TaskInterface> task(ExecutableElement method) {
    return isMarked(method, Task.class)
        ? lookup(
            declaration(method).stream()
                .flatMap(type -> type.tasks().stream())
                .filter(task -> task.method().equals(method))
                .findFirst()
                .flatMap(TaskDeclaration::signature))
        : new Lookup.Absent<>();
  }

  @Override
  public Lookup<WorkflowInterface> workflow(ExecutableElement method) {
    return isMarked(method, Workflow.class)
        ? lookup(workflowDeclaration(method).flatMap(WorkflowDeclaration::signature))
        : new Lookup.Absent<>();
  }

  @Override
  public Lookup<ActorInterface> actor(ExecutableElement constructor) {
    if (!(constructor.getEnclosingElement() instanceof TypeElement owner) || !isActor(owner)) {
      return new Lookup.Absent<>();
    }
    Optional<ActorDeclaration> actor = declaration(constructor).flatMap(ClassDeclaration::actor);
    return actor.isEmpty()
        ? new Lookup.Broken<>()
        : actor.get().constructors().stream()
            .filter(declared -> declared.constructor().equals(constructor))
            .findFirst()
            .<Lookup<ActorInterface>>map(declared -> new Lookup.Found<>(declared.signature()))
            .orElseGet(Lookup.Absent::new);
  }

  Optional<WorkflowDeclaration> workflowDeclaration(ExecutableElement method) {
    return declaration(method).stream()
        .flatMap(type -> type.workflows().stream())
        .filter(workflow -> workflow.method().equals(method))
        .findFirst();
  }

  @Override
  public boolean isActor(TypeElement type) {
    return isMarked(type, Actor.class);
  }

  @Override
  public TypeAnswer valueType(TypeMirror type) {
    Reading reading = declarations.valueType(type, forClass);
    if (reading instanceof Reading.Value value) {
      return new TypeAnswer.Known(value.type(), value.definitions());
    }
    return reading instanceof Reading.Refused refused
        ? new TypeAnswer.Refused(refused.problem(), refused.words())
        : new TypeAnswer.Unknown();
  }

  private Optional<ClassDeclaration> declaration(ExecutableElement method) {
    return method.getEnclosingElement() instanceof TypeElement owner
        ? Optional.of(cache.computeIfAbsent(owner, declarations::declare))
        : Optional.empty();
  }

  private static <T> Lookup<T> lookup(Optional<T> signature) {
    return signature.<Lookup<T>>map(Lookup.Found::new).orElseGet(Lookup.Broken::new);
  }

  private static boolean isMarked(Element element, Class<? extends Annotation> annotation) {
    return element.getAnnotation(annotation) != null;
  }
}
