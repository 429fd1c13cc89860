package dev.jacquard.engine.plan;

import dev.jacquard.engine.code.Code;
import dev.jacquard.spi.TaskHandler;

/** Finds the handlers of tasks in an application's code. */
final class HandlerSource {

  private final Code code;

  HandlerSource(Code code) {
    this.code = code;
  }

  TaskHandler handler(TaskPlan task) {
    try {
      return Class.forName(task.handlerName(), true, code.loader())
          .asSubclass(TaskHandler.class)
          .getConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
      throw new PlanException(
          "Task "
              + task.id()
              + " must have its handler "
              + task.handlerName()
              + " beside its class; found none that can be loaded ("
              + e
              + "). Compile its class again with the annotation processor, and keep all generated classes in the jar.",
          e);
    }
  }
}
