package dev.jacquard.processor.check;

import dev.jacquard.processor.diagnostic.BodyProblem;
import dev.jacquard.processor.diagnostic.Diagnostics;
import dev.jacquard.processor.model.Literal.ScalarLiteral;
import dev.jacquard.processor.model.Node;
import dev.jacquard.processor.model.NodeKind.MapNode;
import dev.jacquard.processor.model.Operand.ConstantOperand;

/** A constant concurrency is one or more, as the verb itself asks for. */
final class ConcurrencyRule implements GraphRule {

  @Override
  public void check(Node node, int depth, Diagnostics<Node> diagnostics) {
    if (node.kind() instanceof MapNode map
        && map.concurrency().orElse(null) instanceof ConstantOperand constant
        && constant.literal() instanceof ScalarLiteral literal
        && literal.value() instanceof Integer limit
        && limit < 1) {
      diagnostics.report(
          node,
          BodyProblem.BAD_OPTION,
          "concurrency",
          "1 or more",
          limit,
          "Leave it out to use all that the backend has.");
    }
  }
}
