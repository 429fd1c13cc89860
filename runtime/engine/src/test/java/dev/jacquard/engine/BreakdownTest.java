package dev.jacquard.engine;

import static dev.jacquard.engine.support.TestBlock.constant;
import static dev.jacquard.engine.support.Types.INT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacquard.ExecutionFailedException;
import dev.jacquard.engine.backend.Backend;
import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.ReplicaListener;
import dev.jacquard.engine.backend.TaskCaller;
import dev.jacquard.engine.backend.local.LocalBackend;
import dev.jacquard.engine.pool.Replica;
import dev.jacquard.engine.support.TestApp;
import dev.jacquard.engine.testing.ManualClock;
import dev.jacquard.engine.time.EngineClock;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A runtime that cannot go on fails what runs, instead of having it wait for ever. */
@Timeout(30)
class BreakdownTest {

  private final OutOfMemoryError full = new OutOfMemoryError("Java heap space");

  private final TestApp app = new TestApp().task("inc", INT, List.of(INT), args -> 1);

  BreakdownTest() {
    app.declare("main", INT).define("main", b -> b.answer(b.call("inc", constant(1))));
  }

  /** Takes whatever it is given, and never ends it. */
  private static class Sleeper implements Backend {
    final List<Batch> taken = new CopyOnWriteArrayList<>();
    Consumer<Throwable> listener = bug -> {};

    @Override
    public int slots() {
      return 1;
    }

    @Override
    public void onBreakdown(Consumer<Throwable> told) {
      listener = told;
    }

    @Override
    public void submit(Batch batch) {
      taken.add(batch);
    }

    @Override
    public void cancel(Batch batch) {}

    @Override
    public void takeBack(Batch batch) {}

    @Override
    public void create(Replica replica, ReplicaListener told) {}

    @Override
    public void retire(Replica replica, ReplicaListener told) {}

    @Override
    public void close() {}
  }

  private WorkflowRuntime runtime(Backend backend) {
    return new LocalRuntime(clock -> backend, LocalOptions.defaults());
  }

  private void assertBroken(Execution<?> execution, WorkflowRuntime runtime) {
    assertThatThrownBy(execution::await)
        .isInstanceOf(ExecutionFailedException.class)
        .hasMessageContaining("The engine must be able to go on; found: java.lang.OutOfMemoryError")
        .hasMessageContaining("-Xmx")
        .hasCauseInstanceOf(BreakdownException.class)
        .hasRootCause(full);
    assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThatThrownBy(() -> runtime.start(app, app.id("main"), List.of()))
        .isInstanceOf(BreakdownException.class);
  }

  @Test
  void eventThatCannotBeHandledFailsWhatRuns() {
    Backend none =
        new Sleeper() {
          @Override
          public void submit(Batch batch) {
            throw full;
          }
        };
    try (WorkflowRuntime runtime = runtime(none)) {
      assertBroken(runtime.start(app, app.id("main"), List.of()), runtime);
    }
  }

  @Test
  void backendThatCannotGoOnFailsWhatRuns() {
    Sleeper backend = new Sleeper();
    try (WorkflowRuntime runtime = runtime(backend)) {
      Execution<?> execution = runtime.start(app, app.id("main"), List.of());
      assertThat(backend.taken).hasSize(1);
      backend.listener.accept(full);
      assertBroken(execution, runtime);
      backend.taken.get(0).listener().ended(backend.taken.get(0), 1); // changes nothing any more
      assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
    }
  }

  /** Has no room to say what time it is, from some time on. */
  private static final class FullClock implements EngineClock {
    private final ManualClock clock = new ManualClock();
    private boolean full;

    @Override
    public long nanos() {
      return clock.nanos();
    }

    @Override
    public Instant instant() {
      if (full) {
        throw new OutOfMemoryError("Java heap space");
      }
      return clock.instant();
    }

    @Override
    public Alarm at(long nanos, Runnable action) {
      return clock.at(nanos, action);
    }

    @Override
    public void close() {}
  }

  @Test
  void nothingIsHeldOfWhatHasRun() throws InterruptedException {
    Sleeper backend = new Sleeper();
    try (WorkflowRuntime runtime = runtime(backend)) {
      Execution<?> execution = runtime.start(app, app.id("main"), List.of());
      WeakReference<Execution<?>> held = new WeakReference<>(execution);
      backend.listener.accept(full);
      assertBroken(execution, runtime);
      backend.taken.clear();
      execution = null;
      while (held.get() != null) {
        System.gc();
        Thread.sleep(10);
      }
    }
  }

  @Test
  void endThatCannotBeToldToListenersIsTheEndAllTheSame() {
    Sleeper backend = new Sleeper();
    FullClock clock = new FullClock();
    try (WorkflowRuntime runtime =
        new LocalRuntime(own -> backend, LocalOptions.defaults().withClock(clock))) {
      Execution<?> execution = runtime.start(app, app.id("main"), List.of());
      clock.full = true;
      backend.listener.accept(full);
      assertBroken(execution, runtime);
    }
  }

  @Test
  void threadThatDiesTellsSo() throws Exception {
    CompletableFuture<Throwable> told = new CompletableFuture<>();
    try (LocalBackend backend =
        new LocalBackend(
            1,
            new ManualClock(),
            TaskCaller.DIRECT,
            Duration.ofSeconds(1),
            LocalOptions.defaults().blobs())) {
      backend.onBreakdown(told::complete);
      backend.execute(
          () -> {
            throw full;
          });
      assertThat(told.get(10, TimeUnit.SECONDS)).isSameAs(full);
    }
  }
}
