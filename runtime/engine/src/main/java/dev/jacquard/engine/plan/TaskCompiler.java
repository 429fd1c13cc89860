package dev.jacquard.engine.plan;

import dev.jacquard.engine.policy.AttemptPolicy;
import dev.jacquard.engine.value.TypeTable;
import dev.jacquard.spec.v1.TaskInterface;
import dev.jacquard.spec.v1.TaskPolicy;
import dev.jacquard.spec.v1.WorkflowSpec;

/** Turns the interface of a task into its plan. */
final class TaskCompiler {

  private TaskCompiler() {}

  static TaskPlan task(
      WorkflowSpec spec, TaskInterface task, TypeTable types, HandlerSource handlers) {
    TaskPolicy policy = task.getPolicy();
    return new TaskPlan(
        new TaskPlan.Signature(
            task.getId(),
            task.getHandler(),
            Planner.parameters(task.getParametersList(), types),
            task.hasResult() ? new ValueType(task.getResult(), types) : null,
            task.hasActor()
                ? PlacementPlan.of(spec.getActors(task.getActor()).getPlacement(), false)
                : PlacementPlan.of(policy.getPlacement(), policy.getIsolated())),
        new AttemptPolicy(
            policy.getRetries(),
            policy.getBackoffNanos(),
            policy.getRetryOnList(),
            policy.getNoRetryOnList(),
            policy.getTimeoutNanos(),
            policy.getDeadlineNanos()),
        handlers);
  }
}
