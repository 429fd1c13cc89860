package dev.jacquard.engine;

import dev.jacquard.ExecutionFailedException;
import dev.jacquard.Failure;
import dev.jacquard.FailureLocation;
import dev.jacquard.engine.plan.ValueType;
import dev.jacquard.engine.plan.WorkflowPlan;
import dev.jacquard.engine.schedule.Effects.Conclusion;
import dev.jacquard.engine.schedule.Event;
import dev.jacquard.engine.schedule.ExecutionRun;
import dev.jacquard.engine.schedule.Fault;
import dev.jacquard.engine.schedule.Notice;
import dev.jacquard.engine.time.EngineClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An execution of a local runtime, as its user sees it. */
final class LocalExecution<R extends @Nullable Object> implements Execution<R> {

  /** What an execution needs of its runtime. */
  record Wiring(
      EventLoop loop,
      Notifier notifier,
      EngineClock clock,
      Consumer<LocalExecution<?>> onEnd,
      CallWaits waits) {}

  private final Wiring wiring;
  private final ExecutionRun run;
  private final boolean strict;
  private final List<ExecutionListener> listeners = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicReference<@Nullable Conclusion> conclusion = new AtomicReference<>();

  LocalExecution(
      Wiring wiring,
      String id,
      WorkflowPlan plan,
      List<? extends @Nullable Object> arguments,
      boolean strict) {
    this.wiring = wiring;
    this.strict = strict;
    this.run = new ExecutionRun(id, plan, arguments, this);
  }

  ExecutionRun run() {
    return run;
  }

  @Override
  public String id() {
    return run.id();
  }

  @Override
  public String workflow() {
    return run.plan().id();
  }

  @Override
  public R await() throws InterruptedException {
    wiring.waits().around(run, () -> over.await(Long.MAX_VALUE, TimeUnit.NANOSECONDS));
    return result();
  }

  @Override
  public R await(Duration atMost) throws InterruptedException, TimeoutException {
    if (!wiring.waits().around(run, () -> over.await(atMost.toNanos(), TimeUnit.NANOSECONDS))) {
      throw new TimeoutException("Execution " + id() + " has not ended within " + atMost + ".");
    }
    return result();
  }

  /** Waits for the end as well as it can. */
  void awaitEnd(Duration atMost) {
    try {
      over.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // the stub says which type the spec's result is
  private R result() {
    Conclusion end = conclusion.get();
    if (end == null) {
      throw new IllegalStateException("Execution " + id() + " must have ended.");
    }
    return switch (end.state()) {
      case SUCCEEDED -> (R) end.result();
      case FAILED -> throw failure(end.fault());
      case CANCELLED -> throw new CancellationException("Execution " + id() + " was cancelled.");
    };
  }

  private RuntimeException failure(@Nullable Fault fault) {
    if (fault == null) {
      return new IllegalStateException("Execution " + id() + " must say what failed.");
    }
    FailureLocation location =
        new FailureLocation(workflow(), fault.node(), fault.elements(), fault.attempt());
    return new ExecutionFailedException(location, Failure.of(fault.cause()), fault.cause());
  }

  @Override
  public ExecutionStatus status() {
    Conclusion end = conclusion.get();
    return end == null ? ExecutionStatus.RUNNING : status(end);
  }

  private static ExecutionStatus status(Conclusion end) {
    return switch (end.state()) {
      case SUCCEEDED -> ExecutionStatus.SUCCEEDED;
      case FAILED -> ExecutionStatus.FAILED;
      case CANCELLED -> ExecutionStatus.CANCELLED;
    };
  }

  @Override
  public List<MapProgress> progress() {
    return run.progress().stream().map(Notices::progress).toList();
  }

  @Override
  public List<PoolProgress> pools() {
    return run.pools().stream().map(Notices::progress).toList();
  }

  @Override
  public void cancel() {
    wiring.loop().post(new Event.Cancel(run));
  }

  @Override
  public void onEvent(ExecutionListener listener) {
    listeners.add(listener);
  }

  void tellStarted() {
    tellEvent(new ExecutionEvent.ExecutionStarted(wiring.clock().instant(), id(), workflow()));
  }

  void tell(Supplier<Notice> notice) {
    if (!listeners.isEmpty()) {
      tellEvent(Notices.event(notice.get(), wiring.clock().instant()));
    }
  }

  private void tellEvent(ExecutionEvent event) {
    for (ExecutionListener listener : listeners) {
      wiring.notifier().tell(listener, event);
    }
  }

  /** The execution has ended; what comes after its first end changes nothing. */
  void finish(Conclusion reached) {
    Conclusion end = strict ? checked(reached) : reached;
    if (!conclusion.compareAndSet(null, end)) {
      return;
    }
    try {
      Fault fault = end.fault();
      tellEvent(
          new ExecutionEvent.ExecutionFinished(
              wiring.clock().instant(),
              status(end),
              fault == null ? Optional.empty() : Optional.of(Failure.of(fault.cause()))));
    } finally {
      over.countDown();
      wiring.onEnd().accept(this);
    }
  }

  private Conclusion checked(Conclusion reached) {
    ValueType type = run.plan().result();
    if (type == null || reached.state() != Conclusion.State.SUCCEEDED) {
      return reached;
    }
    try {
      return new Conclusion(reached.state(), type.roundTrip(reached.result()), null);
    } catch (RuntimeException e) {
      return Conclusion.failed(e);
    }
  }
}
