package dev.jacquard.engine.pool;

/**
 * A free slot of a replica.
 *
 * @param replica which
 * @param calls how many calls it may carry out there before it is closed
 */
public record Grant(Replica replica, int calls) {}
