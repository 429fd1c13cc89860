package dev.jacquard.engine.backend;

import dev.jacquard.engine.plan.ActorPlan;
import dev.jacquard.engine.plan.TaskPlan;
import org.jspecify.annotations.Nullable;

/** How a task's method, and an actor's constructor, is reached. Thread-safe. */
@FunctionalInterface
public interface TaskCaller {

  /** By reference: the values themselves go in and come out. */
  TaskCaller DIRECT = (task, actor, arguments) -> task.handler().call(actor, arguments);

  /**
   * Calls a task.
   *
   * @param actor the instance to call; null for a static task
   * @throws FatalCallException if trying again cannot help
   * @throws Throwable what the task throws
   */
  @Nullable Object call(TaskPlan task, @Nullable Object actor, @Nullable Object[] arguments)
      throws Throwable;

  /**
   * Calls a constructor.
   *
   * @throws FatalCallException if trying again cannot help
   * @throws Throwable what the constructor throws
   */
  default Object create(ActorPlan actor, @Nullable Object[] arguments) throws Throwable {
    return actor.handler().create(arguments);
  }
}
