package dev.jacquard.worker.process;

import dev.jacquard.engine.code.Code;
import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.plan.ChainSource;
import dev.jacquard.engine.plan.PlanException;
import dev.jacquard.engine.plan.Planner;
import dev.jacquard.engine.plan.WorkflowPlan;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds chains in the plans of this process's own code. Thread-safe. */
final class ChainCatalogue {

  private final Code code;
  private final Map<String, WorkflowPlan> plans = new ConcurrentHashMap<>();

  ChainCatalogue(Code code) {
    this.code = code;
  }

  Chain find(dev.jacquard.worker.v1.ChainSource source) {
    WorkflowPlan plan = plans.computeIfAbsent(source.getWorkflow(), id -> Planner.plan(code, id));
    try {
      Chain chain = plan.chain(source.getNumber());
      ChainSource here = chain.source();
      if (here != null && here.version().equals(source.getVersion())) {
        return chain;
      }
    } catch (IndexOutOfBoundsException e) {
      throw other(source, e);
    }
    throw other(source, null);
  }

  private static PlanException other(
      dev.jacquard.worker.v1.ChainSource source, @Nullable Exception cause) {
    String text =
        "Workflow "
            + source.getWorkflow()
            + " must be the same here and in the engine; found another version of it. Start the"
            + " worker with the engine's class path.";
    return cause == null ? new PlanException(text) : new PlanException(text, cause);
  }
}
