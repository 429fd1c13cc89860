package dev.jacquard.engine.backend;

import dev.jacquard.engine.plan.TaskPlan;
import org.jspecify.annotations.Nullable;

/** How a task's method is reached. Thread-safe. */
@FunctionalInterface
public interface TaskCaller {

  /** By reference: the values themselves go in and come out. */
  TaskCaller DIRECT = (task, arguments) -> task.handler().call(null, arguments);

  /**
   * Calls a task.
   *
   * @throws FatalCallException if trying again cannot help
   * @throws Throwable what the task throws
   */
  @Nullable Object call(TaskPlan task, @Nullable Object[] arguments) throws Throwable;
}
