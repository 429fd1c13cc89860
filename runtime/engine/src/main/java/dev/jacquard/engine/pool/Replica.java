package dev.jacquard.engine.pool;

import dev.jacquard.engine.plan.ActorPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One instance of an actor, as the engine asks a backend for it; told by identity. Thread-safe.
 *
 * <p>The engine knows it from the moment it asks for it; what it is made of, only the backend.
 */
public final class Replica {

  private final long number;
  private final Pool pool;

  Replica(long number, Pool pool) {
    this.number = number;
    this.pool = pool;
  }

  /** Its number, unique among the replicas of a runtime. */
  public long number() {
    return number;
  }

  /** The pool that it belongs to. */
  public Pool pool() {
    return pool;
  }

  /** What it is a replica of. */
  public ActorPlan actor() {
    return pool.actor();
  }

  /** The arguments of its constructor. */
  public List<@Nullable Object> arguments() {
    return pool.arguments();
  }

  @Override
  public String toString() {
    return actor().name() + "#" + number;
  }
}
