package dev.jacquard.engine.plan;

import java.util.List;

/**
 * A call of a task.
 *
 * @param head what all nodes have
 * @param task what is called
 * @param arguments in parameter order
 * @param chain the call alone, as a backend takes it: its row is the arguments, then the result
 */
public record TaskCallPlan(NodeHead head, TaskPlan task, List<Input> arguments, Chain chain)
    implements NodePlan {

  @Override
  public List<Input> control() {
    return arguments;
  }

  @Override
  public List<Input> flow() {
    return List.of();
  }
}
