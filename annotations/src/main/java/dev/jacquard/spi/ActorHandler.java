package dev.jacquard.spi;

import dev.jacquard.Warmup;

/**
 * Makes replicas of one actor class; generated for each constructor of an actor.
 *
 * <p>Named in the spec by its binary class name and created by its public constructor without
 * arguments. Stateless and thread-safe.
 */
public interface ActorHandler {

  /**
   * Constructs a replica.
   *
   * @param arguments the constructor's arguments in order, primitives boxed
   * @return the new replica
   * @throws Throwable whatever the constructor throws, unwrapped
   */
  Object create(Object[] arguments) throws Throwable;

  /**
   * Gets a replica ready for its first call, if its class is a {@link Warmup}; does nothing
   * otherwise. Called once, after {@link #create} and before any call of a task.
   *
   * @param actor a replica that {@link #create} made
   * @throws Throwable whatever its {@code warmUp} throws, unwrapped
   */
  default void warmUp(Object actor) throws Throwable {
    if (actor instanceof Warmup warmup) {
      warmup.warmUp();
    }
  }

  /**
   * Closes a replica, if its class is {@link AutoCloseable}; does nothing otherwise.
   *
   * @param actor a replica that {@link #create} made
   * @throws Throwable whatever its {@code close} throws, unwrapped
   */
  void close(Object actor) throws Throwable;
}
