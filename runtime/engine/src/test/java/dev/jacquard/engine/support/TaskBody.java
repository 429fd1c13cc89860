package dev.jacquard.engine.support;

/** What a task of a {@link TestApp} does. */
@FunctionalInterface
public interface TaskBody {
  Object call(Object[] arguments) throws Throwable;
}
