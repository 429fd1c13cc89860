package dev.jacquard.engine.plan;

import dev.jacquard.engine.expression.CompiledExpression;
import java.util.List;

/**
 * An expression, evaluated in the engine.
 *
 * @param head what all nodes have
 * @param expression what is evaluated
 * @param control every slot that it mentions, whether or not it will come to read it
 */
public record EvaluatePlan(NodeHead head, CompiledExpression expression, List<Input> control)
    implements NodePlan {

  @Override
  public List<Input> flow() {
    return List.of();
  }
}
