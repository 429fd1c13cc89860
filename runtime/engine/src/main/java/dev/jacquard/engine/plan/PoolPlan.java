package dev.jacquard.engine.plan;

import java.util.List;

/**
 * {@code new} of an actor: its output is the pool.
 *
 * @param head what all nodes have
 * @param actor what replicas are made of
 * @param arguments of the constructor, in order
 */
public record PoolPlan(NodeHead head, ActorPlan actor, List<Input> arguments) implements NodePlan {

  @Override
  public List<Input> control() {
    return arguments;
  }

  @Override
  public List<Input> flow() {
    return List.of();
  }
}
