package dev.jacquard.engine.plan;

/**
 * What all nodes have.
 *
 * @param index its position in the block
 * @param id its id, unique in the block
 * @param firstOutput the slot of its first output; the others follow
 * @param outputs how many outputs it has
 * @param step whether it keeps its place in program order also when no value ties it
 */
public record NodeHead(int index, String id, int firstOutput, int outputs, boolean step) {}
