package dev.jacquard.engine.pool;

import dev.jacquard.engine.plan.ActorPlan;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One instance of an actor, as a backend is asked for it; told by identity. Thread-safe.
 *
 * <p>The engine knows it from the moment it asks for it; what it is made of, only the backend.
 */
public final class Replica {

  private final long number;
  private final ActorPlan actor;
  private final List<@Nullable Object> arguments;
  private final @Nullable Pool pool;

  private Replica(
      long number, ActorPlan actor, List<@Nullable Object> arguments, @Nullable Pool pool) {
    this.number = number;
    this.actor = actor;
    this.arguments = arguments;
    this.pool = pool;
  }

  static Replica in(Pool pool, long number) {
    return new Replica(number, pool.actor(), pool.arguments(), pool);
  }

  /**
   * Returns a replica that belongs to no pool of this process: a worker's, for a pool of its
   * engine.
   *
   * @param arguments of the constructor; may hold null
   */
  public static Replica apart(
      long number, ActorPlan actor, List<? extends @Nullable Object> arguments) {
    return new Replica(number, actor, Collections.unmodifiableList(arguments), null);
  }

  /** Its number, unique among the replicas of a runtime. */
  public long number() {
    return number;
  }

  /** The pool of the engine that it belongs to. */
  public Pool pool() {
    if (pool == null) {
      throw new IllegalStateException("Replica " + this + " must belong to a pool of the engine.");
    }
    return pool;
  }

  /** What it is a replica of. */
  public ActorPlan actor() {
    return actor;
  }

  /** The arguments of its constructor. */
  public List<@Nullable Object> arguments() {
    return arguments;
  }

  @Override
  public String toString() {
    return actor.name() + "#" + number;
  }
}
