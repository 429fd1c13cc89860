package dev.jacquard.engine.testing;

import dev.jacquard.engine.backend.StrictCaller;
import dev.jacquard.engine.backend.TaskCaller;
import dev.jacquard.engine.code.Code;
import dev.jacquard.engine.plan.Arguments;
import dev.jacquard.engine.plan.Planner;
import dev.jacquard.engine.plan.WorkflowPlan;
import dev.jacquard.engine.pool.ReplicaShares;
import dev.jacquard.engine.schedule.Effects.Conclusion;
import dev.jacquard.engine.schedule.Event;
import dev.jacquard.engine.schedule.ExecutionRun;
import dev.jacquard.engine.schedule.Fault;
import dev.jacquard.engine.schedule.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Runs workflows in the calling thread, by a clock that jumps from event to event, under an order
 * of calls, delays and slots drawn from a seed. The same seed gives the same run.
 */
public final class SteppedRuntime {

  private static final int LATEST_START_NANOS = 20_000;

  private SteppedRuntime() {}

  /**
   * Runs a workflow under options drawn from the seed, in strict mode.
   *
   * @param code where its spec and its classes are
   * @param workflowId its id
   * @param arguments one for each parameter, primitives boxed
   * @param seed what the order, the delays and the number of slots are drawn from
   * @return what came of it
   * @throws IllegalStateException if the execution gets stuck, which the engine must never let
   *     happen
   */
  public static SteppedRun run(
      Code code, String workflowId, List<? extends @Nullable Object> arguments, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return run(Planner.plan(code, workflowId), arguments, SteppedOptions.draw(random), random);
  }

  /** Runs a plan under given options; the same plan may be run any number of times. */
  public static SteppedRun run(
      WorkflowPlan plan,
      List<? extends @Nullable Object> arguments,
      SteppedOptions options,
      RandomGenerator random) {
    return run(List.of(new Request(plan, arguments)), options, random).get(0);
  }

  /**
   * A workflow to run.
   *
   * @param plan which
   * @param arguments one for each parameter, primitives boxed
   * @param cancelAtNanos when it is cancelled; {@link Long#MAX_VALUE}: never
   */
  public record Request(
      WorkflowPlan plan, List<? extends @Nullable Object> arguments, long cancelAtNanos) {

    /** Makes a request that is never cancelled. */
    public Request(WorkflowPlan plan, List<? extends @Nullable Object> arguments) {
      this(plan, arguments, Long.MAX_VALUE);
    }
  }

  /**
   * Runs workflows at once in one runtime, each from a random moment on; the pools that they leave
   * behind are waited for.
   *
   * @return what came of each; they share one trace
   */
  public static List<SteppedRun> run(
      List<Request> requests, SteppedOptions options, RandomGenerator random) {
    List<TraceEntry> trace = new ArrayList<>();
    ManualClock clock = new ManualClock();
    TaskCaller direct = options.strict() ? new StrictCaller() : TaskCaller.DIRECT;
    SteppedBackend backend =
        new SteppedBackend(options.slots(), clock, new RecordingCaller(direct, trace), random);
    SteppedEffects effects = new SteppedEffects(backend, clock, random);
    effects.start(new Scheduler(effects, scheduling(options, random)));
    List<ExecutionRun> runs = new ArrayList<>();
    for (Request request : requests) {
      ExecutionRun run = execution(request, options, runs.size(), effects);
      runs.add(run);
      long start = requests.size() == 1 ? 0 : random.nextInt(LATEST_START_NANOS);
      effects.at(start, new Event.Begin(run));
      if (request.cancelAtNanos() < Long.MAX_VALUE) {
        effects.at(start + request.cancelAtNanos(), new Event.Cancel(run));
      }
    }
    effects.runToEnd(runs.size());
    effects.runOut();
    backend.close();
    return runs.stream()
        .map(run -> outcome(run.plan(), effects.conclusion(run), options.strict(), trace))
        .toList();
  }

  private static Scheduler.Options scheduling(SteppedOptions options, RandomGenerator random) {
    return new Scheduler.Options(
        options.slots(),
        options.chains(),
        options.longestBatch(),
        () -> random.nextInt(4),
        ReplicaShares.alone());
  }

  private static ExecutionRun execution(
      Request request, SteppedOptions options, int number, SteppedEffects effects) {
    Arguments.Care care = options.strict() ? Arguments.Care.STRICT : Arguments.Care.WHOLE;
    List<@Nullable Object> checked = Arguments.check(request.plan(), request.arguments(), care);
    String id = number == 0 ? "stepped" : "stepped-" + number;
    return new ExecutionRun(id, request.plan(), checked, effects);
  }

  private static SteppedRun outcome(
      WorkflowPlan plan, Conclusion conclusion, boolean strict, List<TraceEntry> trace) {
    Fault fault = conclusion.fault();
    if (fault != null) {
      return new SteppedRun(null, fault.cause(), fault.node(), fault.elements(), trace);
    }
    if (conclusion.state() == Conclusion.State.CANCELLED) {
      return new SteppedRun(null, new CancellationException(), "", List.of(), trace);
    }
    Object value = conclusion.result();
    if (strict && plan.result() != null) {
      value = plan.result().roundTrip(value);
    }
    return new SteppedRun(value, null, "", List.of(), trace);
  }
}
