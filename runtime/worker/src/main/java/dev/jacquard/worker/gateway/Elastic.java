package dev.jacquard.worker.gateway;

/**
 * How workers come and go where they are started as there is work for them, each with all that its
 * calls ask for.
 *
 * @param most how many workers of a pool there are at once; replicas are limited by their actors
 * @param idleNanos how long a worker may have nothing to do before it is let go
 */
public record Elastic(int most, long idleNanos) {}
