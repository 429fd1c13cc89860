package dev.jacquard.engine.testing;

import dev.jacquard.engine.backend.TaskCaller;
import dev.jacquard.engine.plan.ActorPlan;
import dev.jacquard.engine.plan.TaskPlan;
import dev.jacquard.engine.testing.TraceEntry.Kind;
import dev.jacquard.spi.CallContext;
import dev.jacquard.spi.CurrentCall;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes down what happens to calls. */
final class RecordingCaller implements TaskCaller {

  private final TaskCaller caller;
  private final List<TraceEntry> trace;

  RecordingCaller(TaskCaller caller, List<TraceEntry> trace) {
    this.caller = caller;
    this.trace = trace;
  }

  @Override
  public Object create(ActorPlan actor, @Nullable Object[] arguments) throws Throwable {
    return caller.create(actor, arguments);
  }

  @Override
  public @Nullable Object call(TaskPlan task, @Nullable Object actor, @Nullable Object[] arguments)
      throws Throwable {
    CallContext context = Objects.requireNonNull(CurrentCall.ofThread().get());
    String call = context.idempotencyKey().substring(context.executionId().length() + 1);
    trace.add(new TraceEntry(Kind.STARTED, call, task.id(), context.attempt()));
    try {
      Object result = caller.call(task, actor, arguments);
      trace.add(new TraceEntry(Kind.SUCCEEDED, call, task.id(), context.attempt()));
      return result;
    } catch (Throwable thrown) {
      trace.add(new TraceEntry(Kind.FAILED, call, task.id(), context.attempt()));
      throw thrown;
    }
  }
}
