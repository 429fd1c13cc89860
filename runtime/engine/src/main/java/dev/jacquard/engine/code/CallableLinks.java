package dev.jacquard.engine.code;

import dev.jacquard.engine.code.LinkProblem.Remedy;
import dev.jacquard.spec.v1.ActorInterface;
import dev.jacquard.spec.v1.Parameter;
import dev.jacquard.spec.v1.TaskInterface;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.util.List;
import java.util.Optional;

/** Checks the tasks and actors that a spec names against the class files. */
final class CallableLinks {

  private static final String TASK_HANDLER = "dev.jacquard.spi.TaskHandler";
  private static final String ACTOR_HANDLER = "dev.jacquard.spi.ActorHandler";

  private final WorkflowSpec spec;
  private final ClassFiles classes;
  private final List<LinkProblem> problems;

  CallableLinks(WorkflowSpec spec, ClassFiles classes, List<LinkProblem> problems) {
    this.spec = spec;
    this.classes = classes;
    this.problems = problems;
  }

  void task(TaskInterface task) {
    String subject = "Task " + task.getId() + task.getErasedParameters();
    Optional<ClassFacts> owner = classes.find(task.getClassName());
    if (owner.isEmpty()) {
      add(
          subject + " must be in class " + task.getClassName() + ", which is not there.",
          Remedy.CLASS_PATH);
      return;
    }
    method(subject, owner.get(), task);
    handler(subject, task.getHandler(), TASK_HANDLER);
  }

  void actor(ActorInterface actor) {
    String subject = "Actor " + actor.getClassName();
    Optional<ClassFacts> owner = classes.find(actor.getClassName());
    if (owner.isEmpty()) {
      add(subject + " is not there.", Remedy.CLASS_PATH);
      return;
    }
    Optional<ClassFacts.Method> constructor =
        owner.get().method(ClassFacts.CONSTRUCTOR, actor.getErasedParameters());
    if (constructor.isEmpty()) {
      add(
          subject + " must have a constructor " + actor.getErasedParameters() + "; it has none.",
          Remedy.REBUILD);
    } else {
      parameters(subject, constructor.get(), actor.getParametersList());
    }
    handler(subject, actor.getHandler(), ACTOR_HANDLER);
  }

  private void method(String subject, ClassFacts owner, TaskInterface task) {
    Optional<ClassFacts.Method> method = owner.method(task.getMethod(), task.getErasedParameters());
    if (method.isEmpty()) {
      List<String> others =
          owner.methods(task.getMethod()).stream()
              .map(ClassFacts.Method::erasedParameters)
              .toList();
      String found =
          others.isEmpty() ? "there is no such method" : "found " + String.join(" and ", others);
      add(
          subject
              + " must be a method "
              + task.getMethod()
              + task.getErasedParameters()
              + "; "
              + found
              + ".",
          Remedy.REBUILD);
      return;
    }
    if (method.get().isStatic() == task.hasActor()) {
      add(
          subject
              + " must be "
              + (task.hasActor() ? "a method of the actor's instances" : "static")
              + ".",
          Remedy.REBUILD);
    }
    parameters(subject, method.get(), task.getParametersList());
    result(subject, method.get(), task);
  }

  private void parameters(String subject, ClassFacts.Method method, List<Parameter> parameters) {
    List<JavaType> declared = method.parameters();
    for (int i = 0; i < Math.min(parameters.size(), declared.size()); i++) {
      if (!TypeMatch.matches(parameters.get(i).getType(), spec, declared.get(i))) {
        drift(subject, "take " + TypeText.of(parameters.get(i).getType(), spec), declared.get(i));
      }
    }
  }

  private void result(String subject, ClassFacts.Method method, TaskInterface task) {
    boolean fits =
        task.hasResult()
            ? TypeMatch.matches(task.getResult(), spec, method.result())
            : method.result().is("void");
    if (!fits) {
      drift(subject, "return " + TypeText.of(task.getResult(), spec), method.result());
    }
  }

  private void drift(String subject, String expected, JavaType found) {
    add(
        subject + " must " + expected + " as when its caller was compiled; found " + found + ".",
        Remedy.REBUILD);
  }

  private void handler(String subject, String name, String type) {
    Optional<ClassFacts> handler = classes.find(name);
    if (handler.isEmpty()) {
      add(
          subject + " must have the generated handler " + name + "; there is none.",
          Remedy.PROCESSOR);
    } else if (!handler.get().interfaces().contains(type)) {
      add(
          subject + ": its handler " + name + " must be a " + type + "; it is of another version.",
          Remedy.REBUILD);
    }
  }

  private void add(String text, Remedy remedy) {
    problems.add(new LinkProblem(text, remedy));
  }
}
