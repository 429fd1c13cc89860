package dev.jacquard.spi;

/**
 * Calls one task method; generated for each task, so that running a task needs no reflection on
 * user code.
 *
 * <p>Named in the spec by its binary class name and created by its public constructor without
 * arguments. An implementation holds no state: one instance serves any number of threads.
 */
public interface TaskHandler {

  /**
   * Calls the task.
   *
   * @param actor the replica to call, or {@code null} for a static task
   * @param arguments the arguments in parameter order, primitives boxed
   * @return the result, boxed; {@code null} for a {@code void} task
   * @throws Throwable whatever the task throws, unwrapped
   */
  @Nullable
  Object call(@Nullable Object actor, Object[] arguments) throws Throwable;
}
