package dev.jacquard.engine.plan;

import dev.jacquard.engine.expression.CompiledExpression;

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
   * @param arguments in parameter order
   * @param output the slot of the result; negative for a {@code void} task
   */
  record Call(String nodeId, TaskPlan task, Inputs arguments, int output) implements ChainStage {}

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
