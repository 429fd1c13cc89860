package dev.jacquard.engine.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of a task.
 *
 * @param head what all nodes have
 * @param task what is called
 * @param arguments in parameter order
 * @param receiver the pool that it is called on; null for a static task
 * @param chain the call alone, as a backend takes it: its row is the arguments, then the result
 */
public record TaskCallPlan(
    NodeHead head, TaskPlan task, List<Input> arguments, @Nullable Input receiver, Chain chain)
    implements NodePlan {

  @Override
  public List<Input> control() {
    if (receiver == null) {
      return arguments;
    }
    List<Input> control = new ArrayList<>(arguments);
    control.add(receiver);
    return control;
  }

  @Override
  public List<Input> flow() {
    return List.of();
  }
}
