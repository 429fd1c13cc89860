package dev.jacquard.processor.model;

import java.util.List;

/**
 * Nodes in program order, with parameters and results. A block sees its own values alone: what it
 * takes from around it comes in as trailing parameters, bound by the captures of the node that
 * holds it.
 *
 * @param parameterNames for people; as many as parameters
 */
public record GraphBlock(
    List<ValueType> parameters,
    List<String> parameterNames,
    List<Node> nodes,
    List<Operand> results) {

  /** Copies the lists. */
  public GraphBlock {
    parameters = List.copyOf(parameters);
    parameterNames = List.copyOf(parameterNames);
    nodes = List.copyOf(nodes);
    results = List.copyOf(results);
  }
}
