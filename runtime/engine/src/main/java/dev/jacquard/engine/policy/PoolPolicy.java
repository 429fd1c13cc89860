package dev.jacquard.engine.policy;

/**
 * How many replicas an actor has, and for how long. Immutable.
 *
 * @param replicas the most replicas at once, of all pools of the actor's name together
 * @param minReplicas how many a pool keeps while an execution holds it
 * @param ttlNanos how long a replica is kept after its last call
 * @param concurrency how many calls run at once in a replica
 * @param maxCalls after how many calls a replica is closed; zero: never
 * @param perExecution whether each execution has pools of its own
 */
public record PoolPolicy(
    int replicas,
    int minReplicas,
    long ttlNanos,
    int concurrency,
    int maxCalls,
    boolean perExecution) {

  /** Takes what a spec does not say as the least that makes sense. */
  public PoolPolicy {
    replicas = Math.max(1, replicas);
    minReplicas = Math.max(0, Math.min(minReplicas, replicas));
    ttlNanos = Math.max(0, ttlNanos);
    concurrency = Math.max(1, concurrency);
    maxCalls = Math.max(0, maxCalls);
  }

  /** How many calls a pool with all replicas carries out at once. */
  public int capacity() {
    return (int) Math.min(Integer.MAX_VALUE, (long) replicas * concurrency);
  }
}
