package dev.jacquard.engine.schedule;

import dev.jacquard.engine.plan.BlockPlan;
import dev.jacquard.engine.plan.NodePlan;
import java.util.BitSet;

/** Which nodes of a block may start, as far as steps are concerned. */
final class ProgramOrder {

  private final BlockPlan block;
  private final BitSet succeeded;
  private int allSucceededBelow;
  private int barrier;

  ProgramOrder(BlockPlan block) {
    this.block = block;
    this.succeeded = new BitSet(block.nodes().size());
    this.barrier = block.stepFrom(0);
  }

  /**
   * The first step that has not succeeded: no node below it may start. The number of nodes, if
   * there is none.
   */
  int barrier() {
    return barrier;
  }

  /**
   * Whether no unfinished step is above a node and, if it is a step itself, every node above it has
   * succeeded.
   */
  boolean allows(NodePlan node) {
    int index = node.head().index();
    return index <= barrier && (!node.step() || allSucceededBelow >= index);
  }

  /** A node has succeeded; the first node that this may let start, up to the barrier. */
  int succeeded(int index) {
    succeeded.set(index);
    allSucceededBelow = succeeded.nextClearBit(allSucceededBelow);
    if (index == barrier) {
      barrier = block.stepFrom(index + 1);
      return index + 1;
    }
    return allSucceededBelow == barrier ? barrier : Integer.MAX_VALUE;
  }
}
