package dev.jacquard.engine.support;

/** How an actor of a {@link TestApp} is made and closed. */
public interface ActorBody {
  Object create(Object[] arguments) throws Throwable;

  default void close(Object actor) throws Throwable {}
}
