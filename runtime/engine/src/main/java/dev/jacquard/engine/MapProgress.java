package dev.jacquard.engine;

/**
 * How far the maps of one node have got, all runs of the node together.
 *
 * @param node the path of the node, such as {@code flags}
 * @param total the elements of the runs that have begun
 * @param done the elements that have succeeded
 * @param running how many calls of its elements, or batches of them, are carried out at the moment;
 *     those that wait for their turn, for a replica or for another attempt are not counted, nor are
 *     those of maps within, which have a count of their own
 * @param failedAttempts how many attempts have failed, those that were tried again included
 */
public record MapProgress(String node, long total, long done, long running, long failedAttempts) {}
