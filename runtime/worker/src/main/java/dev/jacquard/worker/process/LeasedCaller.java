package dev.jacquard.worker.process;

import dev.jacquard.engine.backend.TaskCaller;
import dev.jacquard.engine.plan.ActorPlan;
import dev.jacquard.engine.plan.TaskPlan;
import dev.jacquard.engine.time.EngineClock;
import dev.jacquard.worker.gateway.WorkerLease;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Starts nothing once the lease is over, also in a process that was stopped in the meantime. */
record LeasedCaller(TaskCaller caller, WorkerLease lease, EngineClock clock, Runnable onOver)
    implements TaskCaller {

  @Override
  public @Nullable Object call(TaskPlan task, @Nullable Object actor, @Nullable Object[] arguments)
      throws Throwable {
    checkLease();
    return caller.call(task, actor, arguments);
  }

  @Override
  public Object create(ActorPlan actor, @Nullable Object[] arguments) throws Throwable {
    checkLease();
    return caller.create(actor, arguments);
  }

  private void checkLease() {
    if (lease.over(clock.nanos())) {
      onOver.run();
      throw new CancellationException("The worker's lease is over.");
    }
  }
}
