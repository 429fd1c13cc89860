package dev.jacquard.processor.check;

import dev.jacquard.processor.diagnostic.BodyProblem;
import dev.jacquard.processor.diagnostic.Diagnostics;
import dev.jacquard.processor.model.Literal.NullLiteral;
import dev.jacquard.processor.model.Node;
import dev.jacquard.processor.model.NodeKind.MapNode;
import dev.jacquard.processor.model.Operand.ConstantOperand;

/** A constant name says something, and can be a part of a path. */
final class NodeNameRule implements GraphRule {

  @Override
  public void check(Node node, int depth, Diagnostics<Node> diagnostics) {
    if (node.id().isBlank() || node.id().contains("/")) {
      report(node, "\"" + node.id() + "\"", diagnostics);
    } else if (node.kind() instanceof MapNode map
        && map.displayName().orElse(null) instanceof ConstantOperand constant
        && constant.literal() instanceof NullLiteral) {
      report(node, "null", diagnostics);
    }
  }

  private static void report(Node node, String found, Diagnostics<Node> diagnostics) {
    diagnostics.report(
        node,
        BodyProblem.BAD_OPTION,
        "name",
        "a text without '/' that is not blank",
        found,
        "Leave it out to use the variable's name.");
  }
}
