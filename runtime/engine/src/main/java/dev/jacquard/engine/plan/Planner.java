package dev.jacquard.engine.plan;

import dev.jacquard.engine.code.Code;
import dev.jacquard.engine.code.CodeException;
import dev.jacquard.engine.code.Doctor;
import dev.jacquard.engine.expression.InvalidExpressionException;
import dev.jacquard.engine.value.TypeTable;
import dev.jacquard.engine.value.ValueException;
import dev.jacquard.spec.v1.Parameter;
import dev.jacquard.spec.v1.WorkflowInterface;
import dev.jacquard.spec.v1.WorkflowPolicy;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the plan of a workflow and of all that it can reach. */
public final class Planner {

  private final Map<String, WorkflowSpec> specs;
  private final Set<String> stepping;
  private final HandlerSource handlers;
  private final Map<String, WorkflowPlan> plans = new HashMap<>();
  private final Map<String, TypeTable> types = new HashMap<>();

  private Planner(Code code, String workflowId) {
    specs = SpecGraph.reachable(code, workflowId);
    stepping = StepFinder.workflowsWithSteps(specs);
    handlers = new HandlerSource(code, workflowId);
    specs.forEach((id, spec) -> types.put(id, TypeTable.of(spec.getTypesList(), code.loader())));
    specs.forEach((id, spec) -> plans.put(id, head(spec, typesOf(id))));
  }

  /**
   * Makes a plan.
   *
   * @param code where the specs are
   * @param workflowId the workflow
   * @return its plan
   * @throws PlanException if a spec is missing, or holds what this engine cannot run
   * @throws CodeException if a spec cannot be read
   */
  public static WorkflowPlan plan(Code code, String workflowId) {
    try {
      Planner planner = new Planner(code, workflowId);
      planner.specs.forEach(planner::complete);
      WorkflowPlan plan = planner.planOf(workflowId);
      plan.parameters().forEach(parameter -> parameter.type().load());
      return plan;
    } catch (ValueException | InvalidExpressionException | LinkageError e) {
      throw new PlanException(Doctor.explain(code, workflowId, e), e);
    }
  }

  private void complete(String id, WorkflowSpec spec) {
    TypeTable table = typesOf(id);
    List<TaskPlan> tasks =
        spec.getTasksList().stream()
            .map(task -> TaskCompiler.task(spec, task, table, handlers))
            .toList();
    List<ActorPlan> actors = ActorCompiler.actors(spec, table, handlers);
    List<WorkflowPlan> callees =
        spec.getWorkflowsList().stream().map(callee -> planOf(callee.getId())).toList();
    BlockCompiler compiler =
        new BlockCompiler(
            spec,
            table,
            new BlockCompiler.Callables(tasks, actors, callees),
            new StepFinder(spec, stepping));
    planOf(id).complete(tasks, actors, compiler.block(spec.getBody()), compiler.chains());
  }

  private static WorkflowPlan head(WorkflowSpec spec, TypeTable types) {
    WorkflowInterface face = spec.getInterface();
    return new WorkflowPlan(
        face.getId(),
        parameters(face.getParametersList(), types),
        face.hasResult() ? new ValueType(face.getResult(), types) : null,
        policy(spec.getPolicy()));
  }

  static List<ParameterPlan> parameters(List<Parameter> parameters, TypeTable types) {
    List<ParameterPlan> plans = new ArrayList<>(parameters.size());
    for (Parameter parameter : parameters) {
      plans.add(new ParameterPlan(parameter.getName(), new ValueType(parameter.getType(), types)));
    }
    return List.copyOf(plans);
  }

  private static ExecutionPolicy policy(WorkflowPolicy policy) {
    ExecutionPolicy.OnFailure onFailure =
        switch (policy.getOnFailure()) {
          case FAIL_FAST -> ExecutionPolicy.OnFailure.FAIL_FAST;
          case FINISH_RUNNING -> ExecutionPolicy.OnFailure.FINISH_RUNNING;
          default -> ExecutionPolicy.OnFailure.IN_ORDER;
        };
    return new ExecutionPolicy(policy.getConcurrency(), policy.getTimeoutNanos(), onFailure);
  }

  private WorkflowPlan planOf(String id) {
    return known(plans.get(id), id);
  }

  private TypeTable typesOf(String id) {
    return known(types.get(id), id);
  }

  private static <T> T known(@Nullable T found, String id) {
    if (found == null) {
      throw new IllegalStateException("Workflow " + id + " must have been linked.");
    }
    return found;
  }
}
