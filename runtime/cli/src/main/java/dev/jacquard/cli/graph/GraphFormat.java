package dev.jacquard.cli.graph;

import dev.jacquard.spec.v1.WorkflowSpec;

/** How a graph is written. */
public enum GraphFormat {
  /** For a terminal. */
  text,
  /** For Markdown, as GitHub and others draw it. */
  mermaid,
  /** For Graphviz. */
  dot,
  /** For programs. */
  json;

  /** Writes the graph of a workflow. */
  public String write(WorkflowSpec spec) {
    GraphView graph = GraphReader.read(spec);
    return switch (this) {
      case text -> TextGraph.write(Picture.of(graph));
      case mermaid -> MermaidGraph.write(Picture.of(graph));
      case dot -> DotGraph.write(Picture.of(graph));
      case json -> JsonGraph.write(graph);
    };
  }
}
