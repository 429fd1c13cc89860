package dev.jacquard.engine;

/**
 * How a pool of an actor stands that an execution has made or joined.
 *
 * @param actor the actor's name
 * @param starting replicas that are being made
 * @param idle replicas that wait for a call
 * @param busy replicas that carry out calls, of whichever execution
 * @param waiting calls that wait for a replica; no more are counted than the pool could carry out
 */
public record PoolProgress(String actor, int starting, int idle, int busy, int waiting) {}
