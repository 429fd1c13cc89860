package dev.jacquard.processor.check;

import dev.jacquard.processor.diagnostic.Diagnostics;
import dev.jacquard.processor.model.GraphBlock;
import dev.jacquard.processor.model.Node;
import dev.jacquard.processor.model.NodeKind.Branch;
import dev.jacquard.processor.model.NodeKind.MapNode;
import dev.jacquard.processor.model.WorkflowGraph;
import java.util.List;

/** All rules of a graph. */
public final class GraphRules {

  private static final List<GraphRule> RULES =
      List.of(new ConcurrencyRule(), new NodeNameRule(), new NestingRule());

  private GraphRules() {}

  /** Reports what breaks a rule, at its node. */
  public static void check(WorkflowGraph graph, Diagnostics<Node> diagnostics) {
    check(graph.body(), 1, diagnostics);
  }

  private static void check(GraphBlock block, int depth, Diagnostics<Node> diagnostics) {
    for (Node node : block.nodes()) {
      RULES.forEach(rule -> rule.check(node, depth, diagnostics));
      for (GraphBlock inner : blocks(node)) {
        check(inner, depth + 1, diagnostics);
      }
    }
  }

  private static List<GraphBlock> blocks(Node node) {
    if (node.kind() instanceof MapNode map) {
      return List.of(map.body());
    }
    return node.kind() instanceof Branch branch ? branch.arms() : List.of();
  }
}
