package dev.jacquard.engine.plan;

import dev.jacquard.engine.expression.CompiledExpression;
import org.jspecify.annotations.Nullable;

/** One thing that a chain does. */
public sealed interface ChainStage {

  /** The id of the node that it comes from. */
  String nodeId();

  /** The slot of its result; negative if it has none. */
  int output();

  /**
   * A call of a task.
   *
   * @param nodeId the id of the node
   * @param task what is called
   * @param receiver the slot of the pool that it is called on; null for a static task. Whoever
   *     carries the call out has been given a replica of it, and has no need of the slot
   * @param arguments in parameter order
   * @param output the slot of the result; negative for a {@code void} task
   */
  record Call(String nodeId, TaskPlan task, @Nullable Input receiver, Inputs arguments, int output)
      implements ChainStage {}

  /**
   * An expression.
   *
   * @param nodeId the id of the node
   * @param expression what is evaluated
   * @param output the slot of its value
   */
  record Evaluation(String nodeId, CompiledExpression expression, int output)
      implements ChainStage {}
}
