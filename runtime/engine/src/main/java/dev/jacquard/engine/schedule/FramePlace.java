package dev.jacquard.engine.schedule;

import dev.jacquard.engine.plan.EvaluatePlan;
import dev.jacquard.engine.plan.NodePlan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a frame stands: in which node of which frame, for which element. Immutable.
 *
 * @param parent the frame around; null for an execution's own
 * @param node the node that holds this frame; null for an execution's own
 * @param element the element of a map that this frame itself is for; negative if it is for none
 * @param depth how many frames are around
 * @param rank where it stands in the innermost map around
 */
record FramePlace(
    @Nullable FramePlace parent, @Nullable NodePlan node, int element, int depth, Rank rank) {

  /** How deep blocks may nest; plain Java's stack would long be full. */
  private static final int DEEPEST = 100_000;

  /** Nodes deeper than this are not told of: their paths alone would take more than all else. */
  private static final int DEEPEST_TOLD = 32;

  /**
   * The place in the innermost map around.
   *
   * @param element which element; negative outside a map
   * @param stage the position, in the element's own frame, of the node that holds this one;
   *     negative in that frame itself
   * @param counter counts the map's progress
   */
  record Rank(int element, int stage, @Nullable MapCounter counter) {}

  static final FramePlace ROOT = new FramePlace(null, null, -1, 0, new Rank(-1, -1, null));

  /** A block within a node. */
  FramePlace within(NodePlan inner) {
    checkDepth();
    int stage = rank.stage < 0 ? inner.head().index() : rank.stage;
    return new FramePlace(this, inner, -1, depth + 1, new Rank(rank.element, stage, rank.counter));
  }

  /** An element of a map. */
  FramePlace within(NodePlan map, int index, MapCounter counter) {
    checkDepth();
    return new FramePlace(this, map, index, depth + 1, new Rank(index, -1, counter));
  }

  private void checkDepth() {
    if (depth == DEEPEST) {
      throw new StackOverflowError("Blocks must nest at most " + DEEPEST + " deep; found more.");
    }
  }

  /** The place of a node in this frame; of the frame itself, if the id is empty. */
  Place of(String nodeId) {
    Deque<String> path = new ArrayDeque<>();
    List<Integer> elements = new ArrayList<>();
    if (!nodeId.isEmpty()) {
      path.addFirst(nodeId);
    }
    for (FramePlace at = this; at.parent != null && at.node != null; at = at.parent) {
      path.addFirst(at.node.head().id());
      if (at.element >= 0) {
        elements.add(at.element);
      }
    }
    Collections.reverse(elements);
    return new Place(String.join("/", path), elements);
  }

  int rankIndex() {
    return Math.max(0, rank.element);
  }

  /**
   * The position, in the innermost element's own frame, of what holds a node of this frame; zero
   * outside a map.
   */
  int rankStage(int index) {
    if (rank.element < 0) {
      return 0;
    }
    return rank.stage < 0 ? index : rank.stage;
  }

  void attemptFailed() {
    if (rank.counter != null) {
      rank.counter.failedAttempt();
    }
  }

  void running(int change) {
    if (rank.counter != null) {
      rank.counter.running(change);
    }
  }

  void tellStarted(Frame frame, NodePlan started) {
    if (told(started)) {
      frame.scope().execution().tell(() -> new Notice.NodeStarted(of(started.head().id())));
    }
  }

  void tellSucceeded(Frame frame, NodePlan succeeded) {
    if (told(succeeded)) {
      frame.scope().execution().tell(() -> new Notice.NodeSucceeded(of(succeeded.head().id())));
    }
  }

  void tellFailed(Frame frame, NodePlan failed, Fault fault) {
    if (told(failed)) {
      frame.scope().execution().tell(() -> new Notice.NodeFailed(of(failed.head().id()), fault));
    }
  }

  private boolean told(NodePlan plan) {
    return !(plan instanceof EvaluatePlan) && rank.element < 0 && depth <= DEEPEST_TOLD;
  }
}
