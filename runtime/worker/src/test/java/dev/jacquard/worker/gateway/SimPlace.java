package dev.jacquard.worker.gateway;

import dev.jacquard.engine.code.Code;
import dev.jacquard.engine.plan.ActorPlan;
import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.plan.Planner;
import dev.jacquard.engine.plan.WorkflowPlan;
import dev.jacquard.engine.testing.ConformanceActors;
import dev.jacquard.spec.v1.Placement;
import dev.jacquard.spec.v1.Resources;
import dev.jacquard.spec.v1.WorkflowSpec;
import dev.jacquard.worker.grpc.ConformanceCode;
import java.util.List;
import java.util.Optional;

/** What calls and actors of a history ask for; told by identity. */
final class SimPlace {

  static final SimPlace PLAIN = new SimPlace(false, Placement.getDefaultInstance());
  static final SimPlace ISOLATED = new SimPlace(true, Placement.getDefaultInstance());
  static final SimPlace TINTED =
      new SimPlace(false, Placement.newBuilder().putEnvironment("COLOUR", "blue").build());
  static final SimPlace LARGE =
      new SimPlace(false, asking(Resources.newBuilder().setCpu("500m").setMemory("1Gi")));
  static final SimPlace LARGE_ISOLATED =
      new SimPlace(true, asking(Resources.newBuilder().setMemory("2Gi")));

  static final List<SimPlace> ALL = List.of(PLAIN, ISOLATED, TINTED, LARGE, LARGE_ISOLATED);

  /** Replicas of each actor at once. */
  static final int REPLICAS = 4;

  final Chain chain;
  final ActorPlan actor;
  final WorkerPool pool;

  private SimPlace(boolean isolated, Placement placement) {
    WorkflowPlan plan =
        Planner.plan(
            new PlacedCode(isolated, placement), ConformanceActors.Count.class.getName() + ".run");
    chain = plan.chain(0);
    actor = plan.actor(0);
    pool = WorkerPool.ofProcesses(chain.placement(), 1);
  }

  private static Placement asking(Resources.Builder resources) {
    return Placement.newBuilder().setResources(resources).build();
  }

  /** The conformance workflow, which asks for a place. */
  private record PlacedCode(boolean isolated, Placement placement) implements Code {

    @Override
    public Optional<WorkflowSpec> spec(String workflowId) {
      return new ConformanceCode().spec(workflowId).map(this::placed);
    }

    private WorkflowSpec placed(WorkflowSpec spec) {
      WorkflowSpec.Builder placed = spec.toBuilder();
      placed.getTasksBuilder(0).getPolicyBuilder().setIsolated(isolated).setPlacement(placement);
      placed.getActorsBuilder(0).setPlacement(placement).setReplicas(REPLICAS);
      return placed.build();
    }

    @Override
    public ClassLoader loader() {
      return ConformanceCode.class.getClassLoader();
    }
  }
}
