package dev.jacquard.engine.schedule;

import dev.jacquard.TaskTimeoutException;
import dev.jacquard.engine.plan.WorkflowPlan;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Cancels a run of a workflow that takes longer than it may. */
final class WorkflowTimeout {

  private final Scheduler scheduler;
  private final WorkflowPlan workflow;
  private Effects.@Nullable Timer timer;
  private @Nullable Throwable late;

  WorkflowTimeout(Scheduler scheduler, WorkflowPlan workflow) {
    this.scheduler = scheduler;
    this.workflow = workflow;
  }

  void start(Runnable cancel) {
    long nanos = workflow.policy().timeoutNanos();
    if (nanos > 0) {
      timer =
          scheduler
              .effects()
              .at(scheduler.now() + nanos, new Event.Rung(() -> ring(nanos, cancel)));
    }
  }

  private void ring(long nanos, Runnable cancel) {
    if (timer != null) {
      timer = null;
      late =
          new TaskTimeoutException(
              "Workflow "
                  + workflow.id()
                  + " must end within its timeout of "
                  + Duration.ofNanos(nanos)
                  + "; it took longer.");
      cancel.run();
    }
  }

  /** The run has ended; returns the failure if that was because it was late. */
  @Nullable Throwable end() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
    return late;
  }
}
