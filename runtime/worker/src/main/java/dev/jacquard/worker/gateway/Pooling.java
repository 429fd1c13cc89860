package dev.jacquard.worker.gateway;

import dev.jacquard.engine.plan.ActorPlan;
import dev.jacquard.engine.plan.Chain;

/** Which workers carry out what. */
final class Pooling {

  private final GatewayOptions options;

  Pooling(GatewayOptions options) {
    this.options = options;
  }

  /** The workers for calls of static tasks. */
  WorkerPool of(Chain chain) {
    return options.elastic() == null
        ? WorkerPool.ofProcesses(chain.placement(), 1)
        : WorkerPool.ofCalls(chain.placement());
  }

  /**
   * The workers for the replicas of an actor, which share as many processes as are expected; where
   * workers come as they are needed, each replica has one for itself.
   */
  WorkerPool of(ActorPlan actor) {
    if (options.elastic() != null) {
      return WorkerPool.ofActor(actor.name(), actor.placement());
    }
    return WorkerPool.ofProcesses(actor, share(actor));
  }

  /** How many replicas of an actor share a process. */
  int share(ActorPlan actor) {
    int expected = Math.max(1, options.expectedWorkers());
    return (actor.policy().replicas() + expected - 1) / expected;
  }
}
