package dev.jacquard.engine.plan;

import java.util.List;

/**
 * A call of another workflow.
 *
 * @param head what all nodes have
 * @param workflow what is called; may be, or lead to, the workflow that calls it
 * @param arguments in parameter order
 */
public record SubWorkflowPlan(NodeHead head, WorkflowPlan workflow, List<Input> arguments)
    implements NodePlan {

  @Override
  public List<Input> control() {
    return List.of();
  }

  @Override
  public List<Input> flow() {
    return arguments;
  }

  // The workflow may hold this very node.
  @Override
  public String toString() {
    return head.id() + " -> " + workflow.id();
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
