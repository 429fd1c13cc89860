package dev.jacquard.worker.process;

import dev.jacquard.engine.code.Code;
import dev.jacquard.engine.plan.ActorPlan;
import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.plan.ChainSource;
import dev.jacquard.engine.plan.PlanException;
import dev.jacquard.engine.plan.Planner;
import dev.jacquard.engine.plan.WorkflowPlan;
import dev.jacquard.worker.v1.ActorSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds chains and actors in the plans of this process's own code. Thread-safe. */
final class PlanCatalogue {

  private final Code code;
  private final Map<String, WorkflowPlan> plans = new ConcurrentHashMap<>();

  PlanCatalogue(Code code) {
    this.code = code;
  }

  Code code() {
    return code;
  }

  Chain chain(dev.jacquard.worker.v1.ChainSource source) {
    try {
      Chain chain = plan(source.getWorkflow()).chain(source.getNumber());
      ChainSource here = chain.source();
      if (here != null && here.version().equals(source.getVersion())) {
        return chain;
      }
    } catch (IndexOutOfBoundsException e) {
      throw other(source.getWorkflow(), e);
    }
    throw other(source.getWorkflow(), null);
  }

  ActorPlan actor(ActorSource source) {
    try {
      ActorPlan actor = plan(source.getWorkflow()).actor(source.getNumber());
      if (actor.source().version().equals(source.getVersion())) {
        return actor;
      }
    } catch (IndexOutOfBoundsException e) {
      throw other(source.getWorkflow(), e);
    }
    throw other(source.getWorkflow(), null);
  }

  private WorkflowPlan plan(String workflow) {
    return plans.computeIfAbsent(workflow, id -> Planner.plan(code, id));
  }

  private static PlanException other(String workflow, @Nullable Exception cause) {
    String text =
        "Workflow "
            + workflow
            + " must be the same here and in the engine; found another version of it. Start the"
            + " worker with the engine's class path.";
    return cause == null ? new PlanException(text) : new PlanException(text, cause);
  }
}
