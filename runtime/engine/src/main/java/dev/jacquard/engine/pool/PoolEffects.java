package dev.jacquard.engine.pool;

import java.util.OptionalLong;

/**
 * What decisions about pools do to the world. Called by {@link Pools} alone, in the course of a
 * call of it; must not call back.
 */
public interface PoolEffects {

  /** Asks for a replica; answered by {@link Pools#created} or {@link Pools#failed}. */
  void create(Replica replica);

  /**
   * Asks for the end of a replica; answered by {@link Pools#closed}. One that is still being made
   * is not waited for.
   */
  void close(Replica replica);

  /** Sets an alarm; answered by {@link Pools#rung}. */
  Alarm at(long nanos, Pool pool);

  /** A pool can make no replica and has none: calls that wait for one fail. */
  void unavailable(Pool pool, Throwable cause);

  /**
   * A replica could not be made.
   *
   * @param attempt which attempt to make it, from one
   * @param retryInNanos when it, or another, is tried again if it is still needed; empty: it is not
   */
  void failed(Pool pool, int attempt, Throwable cause, OptionalLong retryInNanos);

  /** How many replicas a pool has, or what they do, has changed. */
  void changed(Pool pool);

  /** Returns the next random number from 0 to below 1. */
  double random();

  /** Takes back an alarm. */
  interface Alarm {
    /** Takes it back, if it has not rung yet. */
    void cancel();
  }
}
