package dev.jacquard.engine.plan;

import dev.jacquard.engine.code.Code;
import dev.jacquard.engine.code.Doctor;
import dev.jacquard.spi.ActorHandler;
import dev.jacquard.spi.TaskHandler;

/** Finds the handlers of tasks and actors in an application's code. */
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

  CodeIdentity identity() {
    return new CodeIdentity(code.loader());
  }

  String fingerprint(String handler) {
    return code.fingerprint(handler);
  }

  TaskHandler handler(TaskPlan task) {
    return load(TaskHandler.class, task.handlerName(), "task " + task.id());
  }

  ActorHandler handler(ActorPlan actor) {
    return load(ActorHandler.class, actor.handlerName(), "actor " + actor.className());
  }

  private <H> H load(Class<H> kind, String handler, String subject) {
    try {
      return Class.forName(handler, true, code.loader())
          .asSubclass(kind)
          .getConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
      throw new PlanException(
          "Handler %s of %s cannot be loaded.\n%s"
              .formatted(handler, subject, Doctor.explain(code, workflowId, e)),
          e);
    }
  }

  /**
   * A handler that does not find what it was generated for is not the task's or actor's failure.
   *
   * @return what was thrown, or what explains it
   */
  Throwable explain(String handler, Throwable thrown) {
    if (!(thrown instanceof LinkageError)) {
      return thrown;
    }
    StackTraceElement[] frames = thrown.getStackTrace();
    boolean byHandler = frames.length > 0 && frames[0].getClassName().equals(handler);
    return byHandler
        ? Doctor.examine(code, workflowId)
            .<Throwable>map(text -> new PlanException(thrown + "\n" + text, thrown))
            .orElse(thrown)
        : thrown;
  }
}
