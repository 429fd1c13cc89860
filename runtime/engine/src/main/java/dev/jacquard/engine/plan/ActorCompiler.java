package dev.jacquard.engine.plan;

import dev.jacquard.engine.policy.PoolPolicy;
import dev.jacquard.engine.value.TypeTable;
import dev.jacquard.spec.v1.ActorInterface;

/** Turns the interface of an actor into its plan. */
final class ActorCompiler {

  private ActorCompiler() {}

  static ActorPlan actor(ActorInterface actor, TypeTable types, HandlerSource handlers) {
    return new ActorPlan(
        new ActorPlan.Signature(
            actor.getName().isEmpty() ? actor.getClassName() : actor.getName(),
            actor.getClassName(),
            actor.getHandler(),
            Planner.parameters(actor.getParametersList(), types)),
        new PoolPolicy(
            actor.getReplicas(),
            actor.getMinReplicas(),
            actor.getTtlNanos(),
            actor.getConcurrency(),
            actor.getMaxCalls(),
            actor.getScope() == ActorInterface.Scope.EXECUTION),
        handlers);
  }
}
