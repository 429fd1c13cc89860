package dev.jacquard.cli.graph;

import dev.jacquard.cli.graph.GraphView.Block;
import dev.jacquard.cli.graph.GraphView.Node;
import dev.jacquard.cli.graph.GraphView.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A graph as a Mermaid flowchart; what holds blocks is a subgraph. */
final class MermaidGraph {

  private final StringBuilder out = new StringBuilder("flowchart TD\n");
  private final List<String> edges = new ArrayList<>();

  private MermaidGraph() {}

  static String write(GraphView graph) {
    MermaidGraph mermaid = new MermaidGraph();
    graph
        .parameters()
        .forEach(
            p -> mermaid.line("  ", p.key() + "([" + quoted(p.name() + ": " + p.type()) + "])"));
    mermaid.nodes(graph.body(), "  ");
    mermaid.line("  ", "result([" + quoted("result: " + graph.result()) + "])");
    graph.body().results().forEach(source -> mermaid.edge(source.key(), "result"));
    mermaid.edges.stream().distinct().forEach(edge -> mermaid.line("  ", edge));
    return mermaid.out.toString();
  }

  private void nodes(Block block, String indent) {
    block.nodes().forEach(node -> node(node, indent));
  }

  private void node(Node node, String indent) {
    if (node.blocks().isEmpty()) {
      String label = quoted(node.title());
      line(
          indent,
          node.key() + (node.kind().equals("evaluate") ? "(" + label + ")" : "[" + label + "]"));
    } else {
      line(indent, "subgraph " + node.key() + "[" + quoted(node.title()) + "]");
      for (int i = 0; i < node.blocks().size(); i++) {
        block(node.blocks().get(i), node.key() + "_" + i, indent + "  ");
      }
      line(indent, "end");
    }
    node.inputs().forEach(input -> edge(input, node.key()));
  }

  private void block(Block block, String key, String indent) {
    if (block.label().isEmpty()) {
      filled(block, key, indent);
    } else {
      line(indent, "subgraph " + key + "[" + quoted(block.label()) + "]");
      filled(block, key, indent + "  ");
      line(indent, "end");
    }
  }

  /** A subgraph without nodes is not drawn, so a block that only passes values on shows these. */
  private void filled(Block block, String key, String indent) {
    nodes(block, indent);
    if (block.nodes().isEmpty()) {
      String results = block.results().stream().map(Source::text).collect(Collectors.joining(", "));
      line(indent, key + "_r(" + quoted(results.isEmpty() ? "nothing" : results) + ")");
    }
  }

  private void edge(@Nullable String from, String to) {
    if (from != null) {
      edges.add(from + " --> " + to);
    }
  }

  private void line(String indent, String text) {
    out.append(indent).append(text).append('\n');
  }

  /** Mermaid takes quotes, angle brackets and the like as its own unless they are entities. */
  private static String quoted(String text) {
    String escaped =
        text.replace("#", "#35;")
            .replace("\"", "#quot;")
            .replace("<", "#lt;")
            .replace(">", "#gt;")
            .replace("`", "#96;");
    return '"' + escaped + '"';
  }
}
