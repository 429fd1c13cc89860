package dev.jacquard.cli.graph;

import dev.jacquard.cli.graph.GraphView.Block;
import dev.jacquard.cli.graph.GraphView.Node;
import dev.jacquard.cli.graph.GraphView.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A graph without the conversions that the compiler put in: what read them reads what they convert.
 */
final class Picture {

  private final Map<String, List<String>> converted = new HashMap<>();

  private Picture() {}

  static GraphView of(GraphView graph) {
    return new GraphView(
        graph.workflow(),
        graph.version(),
        graph.sourceFile(),
        graph.documentation(),
        graph.parameters(),
        graph.result(),
        new Picture().block(graph.body()));
  }

  private Block block(Block block) {
    List<Node> nodes = new ArrayList<>();
    for (Node node : block.nodes()) {
      List<String> inputs =
          node.inputs().stream().flatMap(key -> origins(key).stream()).distinct().toList();
      if (node.isConversion()) {
        converted.put(node.key(), inputs);
      } else {
        nodes.add(node(node, inputs));
      }
    }
    List<Source> results =
        block.results().stream().map(result -> new Source(result.text(), origin(result))).toList();
    return new Block(block.label(), List.copyOf(nodes), results);
  }

  private Node node(Node node, List<String> inputs) {
    return new Node(
        node.key(),
        node.path(),
        node.id(),
        node.kind(),
        node.title(),
        false,
        node.text(),
        node.span(),
        inputs,
        node.blocks().stream().map(this::block).toList());
  }

  private List<String> origins(String key) {
    return converted.getOrDefault(key, List.of(key));
  }

  private @Nullable String origin(Source result) {
    String key = result.key();
    return key == null ? null : origins(key).stream().findFirst().orElse(null);
  }
}
