package dev.jacquard.engine.plan;

import dev.jacquard.engine.policy.PoolPolicy;
import dev.jacquard.spi.ActorHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An actor, as a workflow knows it: one of its constructors. Thread-safe.
 *
 * <p>As with a task, its handler is looked for when it is first asked for.
 */
public final class ActorPlan {

  private final String name;
  private final String className;
  private final String handlerName;
  private final List<ParameterPlan> parameters;
  private final PlacementPlan placement;
  private final PoolPolicy policy;
  private final HandlerSource handlers;
  private final ActorSource source;
  // Not volatile: a handler has no state, so that it matters to nobody who has found which.
  private @Nullable ActorHandler handler;

  ActorPlan(Signature signature, PoolPolicy policy, HandlerSource handlers, ActorSource source) {
    this.name = signature.name();
    this.className = signature.className();
    this.handlerName = signature.handler();
    this.parameters = signature.parameters();
    this.placement = signature.placement();
    this.policy = policy;
    this.handlers = handlers;
    this.source = source;
  }

  /** What a caller knows of an actor's constructor. */
  record Signature(
      String name,
      String className,
      String handler,
      List<ParameterPlan> parameters,
      PlacementPlan placement) {}

  /** Its name, by which replicas are limited. */
  public String name() {
    return name;
  }

  /** The binary name of its class. */
  public String className() {
    return className;
  }

  /** The binary name of the handler of the constructor. */
  public String handlerName() {
    return handlerName;
  }

  /** The parameters of the constructor, in order. */
  public List<ParameterPlan> parameters() {
    return parameters;
  }

  /** Where its replicas run. */
  public PlacementPlan placement() {
    return placement;
  }

  /** How many replicas it has, and for how long. */
  public PoolPolicy policy() {
    return policy;
  }

  /** Where this plan comes from. */
  public ActorSource source() {
    return source;
  }

  /**
   * Returns the fingerprint of what its constructor and its tasks reach, which is equal in every
   * process with the same code; taken when it is first asked for.
   *
   * @throws dev.jacquard.engine.code.CodeException if a class file cannot be read
   */
  public String fingerprint() {
    return handlers.fingerprint(handlerName);
  }

  /** The code that it belongs to. */
  public CodeIdentity code() {
    return handlers.identity();
  }

  /**
   * Returns the handler of its constructor.
   *
   * @throws PlanException if there is none
   */
  public ActorHandler handler() {
    ActorHandler found = handler;
    if (found == null) {
      found = handlers.handler(this);
      handler = found;
    }
    return found;
  }

  /** Explains what its handler threw, as {@link TaskPlan#explain}. */
  public Throwable explain(Throwable thrown) {
    return handlers.explain(handlerName, thrown);
  }

  @Override
  public String toString() {
    return name;
  }
}
