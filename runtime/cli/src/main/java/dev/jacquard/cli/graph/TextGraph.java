package dev.jacquard.cli.graph;

import dev.jacquard.cli.graph.GraphView.Block;
import dev.jacquard.cli.graph.GraphView.Node;
import dev.jacquard.cli.graph.GraphView.Source;
import java.util.stream.Collectors;

/** A graph as indented lines, in program order. */
final class TextGraph {

  private static final String STEP = "  ";

  private final StringBuilder out = new StringBuilder();

  private TextGraph() {}

  static String write(GraphView graph) {
    TextGraph text = new TextGraph();
    text.out
        .append(graph.workflow())
        .append(
            graph.parameters().stream()
                .map(
                    p ->
                        p.type()
                            + " "
                            + p.name()
                            + p.defaultValue().map(value -> " = " + value).orElse(""))
                .collect(Collectors.joining(", ", "(", ")")))
        .append(" -> ")
        .append(graph.result())
        .append('\n');
    text.block(graph.body(), STEP);
    return text.out.toString();
  }

  private void block(Block block, String indent) {
    block.nodes().forEach(node -> node(node, indent));
    if (!block.results().isEmpty()) {
      String results = block.results().stream().map(Source::text).collect(Collectors.joining(", "));
      out.append(indent).append("-> ").append(results).append('\n');
    }
  }

  private void node(Node node, String indent) {
    out.append(indent).append(node.title());
    if (node.span() != null) {
      out.append("  [line ").append(node.span().startLine()).append(']');
    }
    out.append('\n');
    for (Block block : node.blocks()) {
      if (block.label().isEmpty()) {
        block(block, indent + STEP);
      } else {
        out.append(indent).append(STEP).append(block.label()).append('\n');
        block(block, indent + STEP + STEP);
      }
    }
  }
}
