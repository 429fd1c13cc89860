package dev.jacquard.processor.model;

import dev.jacquard.processor.model.Interfaces.ActorInterface;
import dev.jacquard.processor.model.Interfaces.TaskInterface;
import dev.jacquard.processor.model.Interfaces.WorkflowInterface;
import dev.jacquard.processor.model.Interfaces.WorkflowPolicy;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A class that declares tasks or workflows, or is an actor. Its elements are those of one round and
 * must not be kept for the next.
 *
 * @param actor what it is as an actor; empty if it is none, or a wrong one, which has been reported
 * @param records the records that its signatures reach, by binary class name
 */
public record ClassDeclaration(
    TypeElement type,
    GeneratedNames names,
    List<TaskDeclaration> tasks,
    List<WorkflowDeclaration> workflows,
    Optional<ActorDeclaration> actor,
    SortedMap<String, TypeElement> records) {

  /**
   * A task.
   *
   * @param descriptor its erased parameter types
   * @param handler simple name of its handler in the class of handlers
   * @param signature empty when it is wrong, which has been reported
   */
  public record TaskDeclaration(
      ExecutableElement method,
      String descriptor,
      String handler,
      Optional<TaskInterface> signature) {}

  /**
   * A workflow.
   *
   * @param descriptor its erased parameter types
   * @param id binary class name, a dot, and the workflow's name
   * @param signature empty when it is wrong, which has been reported
   * @param arities numbers of leading parameters for which there is a stub, all of them first
   */
  public record WorkflowDeclaration(
      ExecutableElement method,
      String descriptor,
      String id,
      Optional<WorkflowInterface> signature,
      WorkflowPolicy policy,
      List<Integer> arities) {}

  /**
   * An actor.
   *
   * @param constructors those that generated code can call and that are given values
   * @param closeable whether its replicas can be closed
   */
  public record ActorDeclaration(List<ConstructorDeclaration> constructors, boolean closeable) {}

  /**
   * A constructor of an actor.
   *
   * @param handler simple name of its handler in the class of handlers
   */
  public record ConstructorDeclaration(
      ExecutableElement constructor, String handler, ActorInterface signature) {}
}
