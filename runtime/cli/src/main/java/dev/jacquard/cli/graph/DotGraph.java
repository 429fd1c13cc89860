package dev.jacquard.cli.graph;

import dev.jacquard.cli.graph.GraphView.Block;
import dev.jacquard.cli.graph.GraphView.Node;
import dev.jacquard.cli.graph.GraphView.Source;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A graph for Graphviz; what holds blocks is a cluster, with a node of its own that edges meet. */
final class DotGraph {

  private final StringBuilder out = new StringBuilder();
  private final Set<String> edges = new LinkedHashSet<>();

  private DotGraph() {}

  static String write(GraphView graph) {
    DotGraph dot = new DotGraph();
    dot.line("", "digraph " + quoted(graph.workflow()) + " {");
    dot.line("  ", "node [shape=box, fontname=\"sans-serif\"];");
    graph.parameters().forEach(p -> dot.shaped("  ", p.key(), p.name() + ": " + p.type(), "oval"));
    graph.body().nodes().forEach(node -> dot.node(node, "  "));
    dot.shaped("  ", "result", "result: " + graph.result(), "oval");
    graph.body().results().forEach(source -> dot.edge(source.key(), "result"));
    dot.edges.forEach(edge -> dot.line("  ", edge));
    dot.line("", "}");
    return dot.out.toString();
  }

  private void node(Node node, String indent) {
    if (node.blocks().isEmpty()) {
      shaped(indent, node.key(), node.title(), node.kind().equals("evaluate") ? "plain" : "box");
    } else {
      line(indent, "subgraph cluster_" + node.key() + " {");
      shaped(indent + "  ", node.key(), node.title(), "folder");
      for (int i = 0; i < node.blocks().size(); i++) {
        block(node, i, indent + "  ");
      }
      line(indent, "}");
    }
    node.inputs().forEach(input -> edge(input, node.key()));
  }

  private void block(Node node, int index, String indent) {
    Block block = node.blocks().get(index);
    if (block.label().isEmpty()) {
      filled(block, node.key() + "_" + index, indent);
    } else {
      line(indent, "subgraph cluster_" + node.key() + "_" + index + " {");
      line(indent + "  ", "label=" + quoted(block.label()) + ";");
      filled(block, node.key() + "_" + index, indent + "  ");
      line(indent, "}");
    }
  }

  private void filled(Block block, String key, String indent) {
    block.nodes().forEach(node -> node(node, indent));
    if (block.nodes().isEmpty()) {
      String results = block.results().stream().map(Source::text).collect(Collectors.joining(", "));
      shaped(indent, key + "_r", results.isEmpty() ? "nothing" : results, "plain");
    }
  }

  private void shaped(String indent, String key, String label, String shape) {
    String style = shape.equals("box") ? "" : ", shape=" + shape;
    line(indent, key + " [label=" + quoted(label) + style + "];");
  }

  private void edge(@Nullable String from, String to) {
    if (from != null) {
      edges.add(from + " -> " + to + ";");
    }
  }

  private void line(String indent, String text) {
    out.append(indent).append(text).append('\n');
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
