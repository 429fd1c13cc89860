package dev.jacquard.engine.plan;

import java.util.List;

/** A node of a block, ready to be run. Immutable. */
public sealed interface NodePlan
    permits BranchPlan,
        EvaluatePlan,
        MapPlan,
        PoolPlan,
        ReleasePlan,
        SubWorkflowPlan,
        TaskCallPlan {

  /** What all nodes have. */
  NodeHead head();

  /** What must be there before the node starts. */
  List<Input> control();

  /** What is handed on to the blocks within as it comes; may be missing when the node starts. */
  List<Input> flow();

  /** Returns whether it keeps its place in program order also when no value ties it. */
  default boolean step() {
    return head().step();
  }
}
