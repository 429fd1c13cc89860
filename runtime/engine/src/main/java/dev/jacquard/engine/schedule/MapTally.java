package dev.jacquard.engine.schedule;

/**
 * How far the maps of one node have got, all of its runs together.
 *
 * @param node the path of the node
 * @param name how it is shown
 * @param total elements of the runs that have begun
 * @param done elements that have ended well
 * @param running calls of its elements, or batches of them, that are with the backend; not those of
 *     maps within
 * @param failedAttempts attempts that failed, retried ones included
 */
public record MapTally(
    String node, String name, long total, long done, long running, long failedAttempts) {}
