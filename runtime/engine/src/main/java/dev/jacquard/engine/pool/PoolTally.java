package dev.jacquard.engine.pool;

/**
 * How a pool stands.
 *
 * @param actor the actor's name
 * @param starting replicas that are being made
 * @param idle replicas that wait for a call
 * @param busy replicas that carry out calls
 * @param waiting calls that wait for a replica; no more are counted than replicas could take
 */
public record PoolTally(String actor, int starting, int idle, int busy, int waiting) {}
