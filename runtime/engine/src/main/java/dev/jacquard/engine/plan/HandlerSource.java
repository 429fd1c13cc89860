package dev.jacquard.engine.plan;

import dev.jacquard.engine.code.Code;
import dev.jacquard.engine.code.Doctor;
import dev.jacquard.spi.TaskHandler;

/** Finds the handlers of tasks in an application's code. */
final class HandlerSource {

  private final Code code;
  private final String workflowId;

  /**
   * Makes a source.
   *
   * @param workflowId what was planned, for the explanation of what is missing
   */
  HandlerSource(Code code, String workflowId) {
    this.code = code;
    this.workflowId = workflowId;
  }

  TaskHandler handler(TaskPlan task) {
    try {
      return Class.forName(task.handlerName(), true, code.loader())
          .asSubclass(TaskHandler.class)
          .getConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
      throw new PlanException(
          "Handler %s of task %s cannot be loaded.\n%s"
              .formatted(task.handlerName(), task.id(), Doctor.explain(code, workflowId, e)),
          e);
    }
  }

  /**
   * A handler that does not find the method that it was generated for is not the task's failure.
   *
   * @return what was thrown, or what explains it
   */
  Throwable explain(TaskPlan task, Throwable thrown) {
    if (!(thrown instanceof LinkageError)) {
      return thrown;
    }
    StackTraceElement[] frames = thrown.getStackTrace();
    boolean byHandler = frames.length > 0 && frames[0].getClassName().equals(task.handlerName());
    return byHandler
        ? Doctor.examine(code, workflowId)
            .<Throwable>map(text -> new PlanException(thrown + "\n" + text, thrown))
            .orElse(thrown)
        : thrown;
  }
}
