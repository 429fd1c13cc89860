package dev.jacquard.engine.support;

/** What a task of an actor of a {@link TestApp} does. */
@FunctionalInterface
public interface MethodBody {
  Object call(Object actor, Object[] arguments) throws Throwable;
}
