package dev.jacquard.engine;

import dev.jacquard.WorkflowCall;
import dev.jacquard.engine.backend.Backend;
import dev.jacquard.engine.backend.StrictCaller;
import dev.jacquard.engine.backend.TaskCaller;
import dev.jacquard.engine.backend.local.LocalBackend;
import dev.jacquard.engine.code.Code;
import dev.jacquard.engine.code.Doctor;
import dev.jacquard.engine.code.LoaderCode;
import dev.jacquard.engine.plan.Arguments;
import dev.jacquard.engine.plan.PlanException;
import dev.jacquard.engine.plan.Planner;
import dev.jacquard.engine.plan.WorkflowPlan;
import dev.jacquard.engine.pool.ReplicaShares;
import dev.jacquard.engine.schedule.Effects.Conclusion;
import dev.jacquard.engine.schedule.Event;
import dev.jacquard.engine.schedule.ExecutionRun;
import dev.jacquard.engine.schedule.Scheduler;
import dev.jacquard.engine.time.EngineClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides in this process what runs; calls are carried out here or by another backend. */
final class LocalRuntime implements WorkflowRuntime {

  private static final Logger LOG = LoggerFactory.getLogger(LocalRuntime.class);

  private final LocalOptions options;
  private final EngineClock clock;
  private final Backend backend;
  private final Notifier notifier = new Notifier();
  private final EventLoop loop;
  private final ReplicaShares.Partner partner;
  private final Set<LocalExecution<?>> running = ConcurrentHashMap.newKeySet();
  private final CallWaits waits;
  // Plans of code that was loaded with a stub; kept as long as its loader is.
  private final Map<ClassLoader, Map<String, WorkflowPlan>> plans = new WeakHashMap<>();
  // Made while there is room for it.
  private final Conclusion full =
      Conclusion.failed(new BreakdownException(new OutOfMemoryError("Java heap space")));
  private final AtomicReference<@Nullable Throwable> breakdown = new AtomicReference<>();
  private volatile boolean closed;

  /** Makes a runtime on threads of this process. */
  LocalRuntime(LocalOptions options) {
    this.options = options;
    this.clock = options.clock().get();
    TaskCaller caller = options.strict() ? new StrictCaller() : TaskCaller.DIRECT;
    LocalBackend local =
        new LocalBackend(options.parallelism(), clock, caller, options.grace(), options.blobs());
    this.backend = local;
    this.loop = new EventLoop(clock, local::execute, this::breakDown);
    this.partner = start();
    this.waits = new CallWaits(loop, this::running);
  }

  /** Makes a runtime on another backend. */
  LocalRuntime(Function<EngineClock, Backend> backend, LocalOptions options) {
    this.options = options;
    this.clock = options.clock().get();
    this.backend = backend.apply(clock);
    this.loop = new EventLoop(clock, ForkJoinPool.commonPool(), this::breakDown);
    this.partner = start();
    this.waits = new CallWaits(loop, this::running);
  }

  private ReplicaShares.Partner start() {
    backend.onBreakdown(this::breakDown);
    LocalEffects effects =
        new LocalEffects(backend, clock, loop, new SplittableRandom(options.seed()));
    ReplicaShares.Partner joined =
        options.shares() == null ? ReplicaShares.alone() : options.shares().join(this::recheck);
    loop.start(new Scheduler(effects, Scheduler.Options.of(backend.slots(), joined)));
    return joined;
  }

  /** What runs would wait for ever for what was being decided, or for a call that is forgotten. */
  private void breakDown(Throwable cause) {
    if (!breakdown.compareAndSet(null, cause)) {
      return;
    }
    loop.stop();
    Conclusion lost = full;
    try {
      lost = Conclusion.failed(new BreakdownException(cause));
    } catch (OutOfMemoryError e) {
      LOG.debug("There is no room to say what there was no room for.");
    }
    for (LocalExecution<?> execution : running) {
      try {
        execution.finish(lost);
      } catch (RuntimeException | Error e) {
        LOG.warn("The end of execution {} could not be told to all.", execution.id(), e);
      }
    }
  }

  // Whoever posts may have to handle what is posted: not the thread of another runtime's loop,
  // which is in the middle of its decisions.
  private void recheck(String actor) {
    ForkJoinPool.commonPool().execute(() -> loop.post(new Event.Recheck(actor)));
  }

  @Override
  public <R extends @Nullable Object> Execution<R> start(
      WorkflowCall<R> call, @Nullable ExecutionListener listener) {
    requireNotBroken();
    WorkflowPlan plan = planOf(LoaderCode.of(call.stub()), call.workflow());
    if (plan.parameters().size() != call.arguments().size()) {
      throw new PlanException(Doctor.ofStub(call, plan.parameters().size()));
    }
    return begin(plan, call.arguments(), Arguments.Care.TOPS, listener);
  }

  @Override
  public Execution<@Nullable Object> start(
      Code code,
      String workflowId,
      List<? extends @Nullable Object> arguments,
      @Nullable ExecutionListener listener) {
    requireNotBroken();
    WorkflowPlan plan = Planner.plan(code, workflowId);
    return begin(plan, arguments, Arguments.Care.WHOLE, listener);
  }

  // First of all: there may be no room for more than to say so.
  private void requireNotBroken() {
    Throwable broken = breakdown.get();
    if (broken != null) {
      throw new BreakdownException(broken);
    }
  }

  private WorkflowPlan planOf(LoaderCode code, String workflowId) {
    synchronized (plans) {
      return plans
          .computeIfAbsent(code.loader(), loader -> new ConcurrentHashMap<>())
          .computeIfAbsent(workflowId, id -> Planner.plan(code, id));
    }
  }

  private <R extends @Nullable Object> Execution<R> begin(
      WorkflowPlan plan,
      List<? extends @Nullable Object> arguments,
      Arguments.Care care,
      @Nullable ExecutionListener listener) {
    List<@Nullable Object> checked =
        Arguments.check(plan, arguments, options.strict() ? Arguments.Care.STRICT : care);
    LocalExecution<R> execution =
        new LocalExecution<>(
            new LocalExecution.Wiring(loop, notifier, clock, running::remove, waits),
            UUID.randomUUID().toString(),
            plan,
            checked,
            options.strict());
    running.add(execution);
    if (closed) {
      running.remove(execution);
      throw new IllegalStateException("A runtime must not be used after it was closed.");
    }
    if (listener != null) {
      execution.onEvent(listener);
    }
    execution.tellStarted();
    Throwable brokenNow = breakdown.get();
    if (brokenNow != null) {
      execution.finish(Conclusion.failed(new BreakdownException(brokenNow)));
    }
    loop.post(new Event.Begin(execution.run()));
    return execution;
  }

  private Optional<ExecutionRun> running(String id) {
    return running.stream()
        .map(LocalExecution::run)
        .filter(execution -> execution.id().equals(id))
        .findFirst();
  }

  @Override
  public void close() {
    closed = true;
    running.forEach(LocalExecution::cancel);
    long end = System.nanoTime() + options.grace().toNanos();
    for (LocalExecution<?> execution : running) {
      execution.awaitEnd(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }
    backend.close();
    partner.leave();
    clock.close();
    notifier.close();
  }
}
