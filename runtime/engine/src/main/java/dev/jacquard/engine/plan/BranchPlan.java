package dev.jacquard.engine.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs one of its arms.
 *
 * @param head what all nodes have
 * @param selector a boolean (true: arm 0), or the arm's index
 * @param captures the parameters of every arm
 * @param arms the blocks
 */
public record BranchPlan(NodeHead head, Input selector, List<Input> captures, List<BlockPlan> arms)
    implements NodePlan {

  @Override
  public List<Input> control() {
    return List.of(selector);
  }

  @Override
  public List<Input> flow() {
    return captures;
  }

  /** Returns the arm that a selector's value asks for. */
  public BlockPlan arm(@Nullable Object selected) {
    if (selected instanceof Boolean condition) {
      return arms.get(condition ? 0 : 1);
    }
    if (selected instanceof Integer index && index >= 0 && index < arms.size()) {
      return arms.get(index);
    }
    throw new IllegalStateException(
        "Branch "
            + head.id()
            + " must be selected by a boolean or by one of "
            + arms.size()
            + " arms; found "
            + selected
            + ".");
  }
}
