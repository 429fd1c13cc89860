package dev.jacquard.engine.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A workflow, ready to be run. Immutable once it has left the {@link Planner}. */
public final class WorkflowPlan {

  private final String id;
  private final List<ParameterPlan> parameters;
  private final @Nullable ValueType result;
  private final ExecutionPolicy policy;
  private List<TaskPlan> tasks = List.of();
  private List<ActorPlan> actors = List.of();
  private List<Chain> chains = List.of();
  private @Nullable BlockPlan body;

  WorkflowPlan(
      String id,
      List<ParameterPlan> parameters,
      @Nullable ValueType result,
      ExecutionPolicy policy) {
    this.id = id;
    this.parameters = parameters;
    this.result = result;
    this.policy = policy;
  }

  /** Sets what may lead back to this workflow, and so can only be made after it. */
  void complete(List<TaskPlan> tasks, List<ActorPlan> actors, BlockPlan body, List<Chain> chains) {
    this.tasks = List.copyOf(tasks);
    this.actors = List.copyOf(actors);
    this.chains = List.copyOf(chains);
    this.body = body;
  }

  /** Its id: binary class name, a dot, and its name. */
  public String id() {
    return id;
  }

  /** Its parameters in order. */
  public List<ParameterPlan> parameters() {
    return parameters;
  }

  /** The type of its result; null for a {@code void} workflow. */
  public @Nullable ValueType result() {
    return result;
  }

  /** How it runs. */
  public ExecutionPolicy policy() {
    return policy;
  }

  /** The tasks that it calls itself, those of its sub-workflows left out. */
  public List<TaskPlan> tasks() {
    return tasks;
  }

  /**
   * Returns one of its chains, those of its sub-workflows left out: {@link ChainSource#number}.
   *
   * @throws IndexOutOfBoundsException if there is none of that number
   */
  public Chain chain(int number) {
    return chains.get(number);
  }

  /**
   * Returns one of the actors that it makes itself: {@link ActorSource#number}.
   *
   * @throws IndexOutOfBoundsException if there is none of that number
   */
  public ActorPlan actor(int number) {
    return actors.get(number);
  }

  /** What it does. */
  public BlockPlan body() {
    if (body == null) {
      throw new IllegalStateException("Plan of " + id + " must be complete before it is run.");
    }
    return body;
  }

  @Override
  public String toString() {
    return id;
  }
}
