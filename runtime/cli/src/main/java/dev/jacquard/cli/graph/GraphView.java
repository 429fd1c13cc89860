package dev.jacquard.cli.graph;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A workflow's graph as people look at it. Parameters and nodes have keys ({@code p1}, {@code n1}),
 * which are unique in the graph, where ids need not be: the arms of a branch may use the same.
 *
 * @param result the type of the result
 */
record GraphView(
    String workflow,
    String version,
    String sourceFile,
    String documentation,
    List<Parameter> parameters,
    String result,
    Block body) {

  /** A parameter; its default as a person would write it. */
  record Parameter(String key, String name, String type, Optional<String> defaultValue) {}

  /**
   * A list of nodes in program order.
   *
   * @param label which part of its node it is, such as {@code then}; empty if it is the only one
   */
  record Block(String label, List<Node> nodes, List<Source> results) {}

  /**
   * A node.
   *
   * @param path its id, after those of the nodes around it
   * @param kind one word
   * @param title what pictures call it: its id and what it does, or one of them where that says all
   * @param isConversion whether it only boxes, unboxes or casts a value, which pictures leave out
   * @param text what it does, as Java would say it
   * @param span where it stands in the source; null if the spec does not say
   * @param inputs the keys of what it waits for, each once
   * @param blocks what it holds
   */
  record Node(
      String key,
      String path,
      String id,
      String kind,
      String title,
      boolean isConversion,
      String text,
      @Nullable Span span,
      List<String> inputs,
      List<Block> blocks) {}

  /** Lines and columns from one, the end exclusive. */
  record Span(int startLine, int startColumn, int endLine, int endColumn) {}

  /**
   * Where a value comes from.
   *
   * @param text how people call it
   * @param key of the parameter or node that makes it; null for constants and for elements of a map
   */
  record Source(String text, @Nullable String key) {}
}
