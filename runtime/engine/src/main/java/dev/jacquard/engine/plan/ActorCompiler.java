package dev.jacquard.engine.plan;

import dev.jacquard.engine.policy.PoolPolicy;
import dev.jacquard.engine.value.TypeTable;
import dev.jacquard.spec.v1.ActorInterface;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.util.ArrayList;
import java.util.List;

/** Turns the interfaces of a workflow's actors into their plans. */
final class ActorCompiler {

  private ActorCompiler() {}

  static List<ActorPlan> actors(WorkflowSpec spec, TypeTable types, HandlerSource handlers) {
    List<ActorPlan> plans = new ArrayList<>(spec.getActorsCount());
    for (ActorInterface actor : spec.getActorsList()) {
      ActorSource source =
          new ActorSource(spec.getInterface().getId(), spec.getVersion(), plans.size());
      plans.add(actor(actor, types, handlers, source));
    }
    return plans;
  }

  private static ActorPlan actor(
      ActorInterface actor, TypeTable types, HandlerSource handlers, ActorSource source) {
    return new ActorPlan(
        new ActorPlan.Signature(
            actor.getName().isEmpty() ? actor.getClassName() : actor.getName(),
            actor.getClassName(),
            actor.getHandler(),
            Planner.parameters(actor.getParametersList(), types),
            PlacementPlan.of(actor.getPlacement(), false)),
        new PoolPolicy(
            actor.getReplicas(),
            actor.getMinReplicas(),
            actor.getTtlNanos(),
            actor.getConcurrency(),
            actor.getMaxCalls(),
            actor.getScope() == ActorInterface.Scope.EXECUTION),
        handlers,
        source);
  }
}
