package dev.jacquard.cli.graph;

import dev.jacquard.spec.v1.Expression;
import dev.jacquard.spec.v1.MapNode;
import dev.jacquard.spec.v1.Node;
import dev.jacquard.spec.v1.Operand;
import java.util.ArrayList;
import java.util.List;

/** What a node itself reads; captures are read by the nodes inside. */
final class NodeOperands {

  private NodeOperands() {}

  static List<Operand> control(Node node) {
    return switch (node.getKindCase()) {
      case TASK_CALL -> {
        List<Operand> operands = new ArrayList<>(node.getTaskCall().getArgumentsList());
        if (node.getTaskCall().hasReceiver()) {
          operands.add(node.getTaskCall().getReceiver());
        }
        yield operands;
      }
      case MAP -> map(node.getMap());
      case REDUCE -> List.of(node.getReduce().getItems());
      case BRANCH -> List.of(node.getBranch().getSelector());
      case LOOP -> node.getLoop().getInitialList();
      case SUB_WORKFLOW -> node.getSubWorkflow().getArgumentsList();
      case SLEEP -> List.of(node.getSleep().getDuration());
      case POOL -> node.getPool().getArgumentsList();
      case RELEASE -> List.of(node.getRelease().getPool());
      case EVALUATE -> {
        List<Operand> operands = new ArrayList<>();
        collect(node.getEvaluate().getExpression(), operands);
        yield operands;
      }
      case GUARD, PARALLEL, KIND_NOT_SET -> List.of();
    };
  }

  private static List<Operand> map(MapNode map) {
    List<Operand> operands = new ArrayList<>(map.getItemsList());
    if (map.hasConcurrency()) {
      operands.add(map.getConcurrency());
    }
    if (map.hasDisplayName()) {
      operands.add(map.getDisplayName());
    }
    if (map.hasMinSuccessRatio()) {
      operands.add(map.getMinSuccessRatio());
    }
    if (map.hasMinSuccesses()) {
      operands.add(map.getMinSuccesses());
    }
    return operands;
  }

  private static void collect(Expression expression, List<Operand> operands) {
    if (expression.hasOperand()) {
      operands.add(expression.getOperand());
    }
    Expressions.parts(expression).forEach(part -> collect(part, operands));
  }
}
