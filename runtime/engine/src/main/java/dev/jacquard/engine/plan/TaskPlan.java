package dev.jacquard.engine.plan;

import dev.jacquard.engine.policy.AttemptPolicy;
import dev.jacquard.spi.TaskHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task, as a workflow knows it. Thread-safe.
 *
 * <p>Its handler is looked for when it is first asked for, since where the calls are carried out
 * elsewhere, the code of the task need not be here.
 */
public final class TaskPlan {

  private final String id;
  private final String handlerName;
  private final List<ParameterPlan> parameters;
  private final @Nullable ValueType result;
  private final PlacementPlan placement;
  private final AttemptPolicy policy;
  private final HandlerSource handlers;
  // Not volatile: a handler has no state, so that it matters to nobody who has found which.
  private @Nullable TaskHandler handler;

  TaskPlan(Signature signature, AttemptPolicy policy, HandlerSource handlers) {
    this.id = signature.id();
    this.handlerName = signature.handler();
    this.parameters = signature.parameters();
    this.result = signature.result();
    this.placement = signature.placement();
    this.policy = policy;
    this.handlers = handlers;
  }

  /** What a caller knows of a task. */
  record Signature(
      String id,
      String handler,
      List<ParameterPlan> parameters,
      @Nullable ValueType result,
      PlacementPlan placement) {}

  /** Its id: binary class name, a dot, and its name. */
  public String id() {
    return id;
  }

  /** The binary name of its handler. */
  public String handlerName() {
    return handlerName;
  }

  /** Its parameters in order. */
  public List<ParameterPlan> parameters() {
    return parameters;
  }

  /** The type of its result; null for a {@code void} task. */
  public @Nullable ValueType result() {
    return result;
  }

  /** Where its calls run; of an actor's task, where the actor does. */
  public PlacementPlan placement() {
    return placement;
  }

  /** How its calls are attempted. */
  public AttemptPolicy policy() {
    return policy;
  }

  /**
   * Returns its handler.
   *
   * @throws PlanException if there is none
   */
  public TaskHandler handler() {
    TaskHandler found = handler;
    if (found == null) {
      found = handlers.handler(this);
      handler = found;
    }
    return found;
  }

  /**
   * Explains what a call of its handler threw.
   *
   * @return a {@link PlanException} if generated and user's code do not fit each other; else what
   *     was thrown
   */
  public Throwable explain(Throwable thrown) {
    return handlers.explain(handlerName, thrown);
  }

  @Override
  public String toString() {
    return id;
  }
}
