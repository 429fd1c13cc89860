package dev.jacquard.processor.model;

import java.util.List;

/**
 * One step of a block's program order.
 *
 * @param id recognisable to a person, unique in its block
 * @param outputs the types of the values that it defines
 */
public record Node(String id, SourceSpan span, List<ValueType> outputs, NodeKind kind) {

  /** Copies the list. */
  public Node {
    outputs = List.copyOf(outputs);
  }
}
