package dev.jacquard.engine.plan;

import java.util.List;

/**
 * Lets go of a pool.
 *
 * @param head what all nodes have
 * @param pool which
 */
public record ReleasePlan(NodeHead head, Input pool) implements NodePlan {

  @Override
  public List<Input> control() {
    return List.of(pool);
  }

  @Override
  public List<Input> flow() {
    return List.of();
  }
}
