package dev.jacquard.processor.check;

import dev.jacquard.processor.diagnostic.Diagnostics;
import dev.jacquard.processor.model.Node;

/** Something that must hold of every node of a graph. */
interface GraphRule {

  /**
   * Checks one node, apart from the blocks that it holds.
   *
   * @param depth how many blocks the node stands in
   */
  void check(Node node, int depth, Diagnostics<Node> diagnostics);
}
