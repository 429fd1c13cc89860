package dev.jacquard.engine;

import static dev.jacquard.engine.support.TestBlock.constant;
import static dev.jacquard.engine.support.Types.INT;
import static dev.jacquard.engine.support.Types.INTEGER;
import static dev.jacquard.engine.support.Types.INT_ARRAY;
import static dev.jacquard.engine.support.Types.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.jacquard.ExecutionFailedException;
import dev.jacquard.NonRetryableException;
import dev.jacquard.TaskTimeoutException;
import dev.jacquard.engine.support.TestApp;
import dev.jacquard.engine.support.TestBlock;
import dev.jacquard.engine.testing.ManualClock;
import dev.jacquard.engine.testing.SteppedRun;
import dev.jacquard.engine.testing.SteppedRuntime;
import dev.jacquard.spec.v1.TaskPolicy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FailureRuntimeTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final TestApp app = new TestApp();
  private final ManualClock clock = new ManualClock();
  private final AtomicInteger calls = new AtomicInteger();
  private WorkflowRuntime runtime =
      WorkflowRuntime.local(LocalOptions.defaults().withClock(clock).withParallelism(2));

  @AfterEach
  void close() {
    runtime.close();
  }

  private Execution<?> start(Consumer<TestBlock> body, Object... arguments) {
    app.declare("main", INT, INT).define("main", body);
    return runtime.start(app, app.id("main"), List.of(arguments));
  }

  private void flaky(int failures, UnaryOperator<TaskPolicy.Builder> policy, Exception thrown) {
    app.task(
        "flaky",
        INT,
        List.of(INT),
        policy,
        args -> {
          if (calls.incrementAndGet() <= failures) {
            throw thrown;
          }
          return args[0];
        });
  }

  private void awaitAlarm() {
    soon(() -> clock.nextAlarm().isPresent());
  }

  @Test
  void retriesWaitTwiceAsLongEachTime() throws Exception {
    flaky(3, p -> p.setRetries(3).setBackoffNanos(SECOND), new IllegalStateException("no"));
    Execution<?> execution = start(b -> b.answer(b.call("flaky", b.parameter(0))), 7);
    for (long longest : new long[] {1, 2, 4}) {
      awaitAlarm();
      long pause = clock.nextAlarm().getAsLong() - clock.nanos();
      assertThat(pause).isBetween(longest * SECOND / 2, longest * SECOND);
      assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
      clock.advanceToNextAlarm();
    }
    assertThat(execution.await()).isEqualTo(7);
    assertThat(calls).hasValue(4);
  }

  @Test
  void lastAttemptIsTold() {
    flaky(9, p -> p.setRetries(1), new IllegalStateException("no"));
    Execution<?> execution = start(b -> b.answer(b.call("flaky", b.parameter(0))), 7);
    awaitAlarm();
    clock.advanceToNextAlarm();
    assertThatThrownBy(execution::await)
        .isInstanceOfSatisfying(
            ExecutionFailedException.class,
            failed -> {
              assertThat(failed.attempt()).isEqualTo(2);
              assertThat(failed.node()).isEqualTo("flaky");
              assertThat(failed.getCause()).hasMessage("no");
            });
  }

  @Test
  void nullThatIsUnboxedForACallFailsBeforeIt() {
    flaky(0, p -> p.setRetries(5), new IllegalStateException("never"));
    app.declare("nulls", list(INT), list(INTEGER))
        .define(
            "nulls",
            b ->
                b.answer(
                    b.map(
                        "all",
                        b.parameter(0),
                        List.of(),
                        list(INT),
                        e -> e.answer(e.call("flaky", e.unbox(e.parameter(0)))))));
    List<Object> arguments = List.of(Arrays.asList(1, null, 3));
    assertThatThrownBy(() -> runtime.start(app, app.id("nulls"), arguments).await())
        .isInstanceOfSatisfying(
            ExecutionFailedException.class,
            failed -> {
              assertThat(failed.getCause()).isInstanceOf(NullPointerException.class);
              assertThat(failed.node()).isEqualTo("all/unbox");
            });
    assertThat(calls).hasValueLessThanOrEqualTo(2);
  }

  @Test
  void nonRetryableFailuresAreNotRetried() {
    flaky(9, p -> p.setRetries(5), new NonRetryableException("never"));
    Execution<?> execution = start(b -> b.answer(b.call("flaky", b.parameter(0))), 7);
    assertThatThrownBy(execution::await).hasRootCauseMessage("never");
    assertThat(calls).hasValue(1);
  }

  @Test
  void onlyNamedFailuresAreRetried() {
    flaky(
        9,
        p -> p.setRetries(5).addRetryOn("java.io.IOException"),
        new IllegalStateException("other"));
    Execution<?> execution = start(b -> b.answer(b.call("flaky", b.parameter(0))), 7);
    assertThatThrownBy(execution::await).hasRootCauseMessage("other");
    assertThat(calls).hasValue(1);
  }

  @Test
  void elementsOfAMapAreRetriedOneByOne() throws Exception {
    app.task(
        "flaky",
        INT,
        List.of(INT),
        p -> p.setRetries(1).setBackoffNanos(SECOND),
        args -> {
          if ((int) args[0] % 100 == 3 && calls.incrementAndGet() <= 10) {
            throw new IllegalStateException("first time");
          }
          return args[0];
        });
    List<Integer> items = IntStream.range(0, 1000).boxed().toList();
    app.declare("main", list(INT), list(INT))
        .define(
            "main",
            b ->
                b.answer(
                    b.map(
                        "all",
                        b.parameter(0),
                        List.of(),
                        list(INT),
                        e -> e.answer(e.call("flaky", e.parameter(0))))));
    Execution<?> execution = runtime.start(app, app.id("main"), List.of(items));
    soon(() -> execution.progress().get(0).failedAttempts() == 10);
    soon(() -> execution.progress().get(0).done() == 990);
    clock.advance(Duration.ofSeconds(1));
    assertThat(execution.await()).isEqualTo(items);
    assertThat(execution.progress().get(0)).isEqualTo(new MapProgress("all", 1000, 1000, 0, 10));
  }

  @Test
  void attemptThatTakesTooLongIsInterrupted() {
    CountDownLatch running = new CountDownLatch(1);
    app.task(
        "slow",
        INT,
        List.of(INT),
        p -> p.setTimeoutNanos(30 * SECOND),
        args -> {
          running.countDown();
          Thread.sleep(600_000);
          return args[0];
        });
    Execution<?> execution = start(b -> b.answer(b.call("slow", b.parameter(0))), 7);
    soon(() -> running.getCount() == 0);
    clock.advance(Duration.ofSeconds(29));
    assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
    clock.advance(Duration.ofSeconds(1));
    assertThatThrownBy(execution::await)
        .hasCauseInstanceOf(TaskTimeoutException.class)
        .hasMessageContaining("PT30S");
  }

  @Test
  void deadlineEndsTheRetries() {
    flaky(
        99,
        p -> p.setRetries(50).setBackoffNanos(SECOND).setDeadlineNanos(10 * SECOND),
        new IllegalStateException("no"));
    app.declare("main", INT, INT).define("main", b -> b.answer(b.call("flaky", b.parameter(0))));
    SteppedRun run = SteppedRuntime.run(app, app.id("main"), List.of(7), 1);
    assertThat(run.cause()).hasMessage("no");
    assertThat(calls).hasValueBetween(3, 6);
  }

  @Test
  void workflowThatTakesTooLongFails() {
    app.task("hang", INT, List.of(INT), args -> hang());
    app.declare("main", INT, INT)
        .define(
            "main", p -> p.setTimeoutNanos(SECOND), b -> b.answer(b.call("hang", b.parameter(0))));
    Execution<?> execution = runtime.start(app, app.id("main"), List.of(1));
    awaitAlarm();
    clock.advance(Duration.ofSeconds(1));
    assertThatThrownBy(execution::await).hasCauseInstanceOf(TaskTimeoutException.class);
  }

  private static Object hang() throws InterruptedException {
    Thread.sleep(600_000);
    return 1;
  }

  @Test
  void interruptionDoesNotReachTheNextCall() throws Exception {
    AtomicBoolean leaked = new AtomicBoolean();
    app.task(
            "interrupt",
            INT,
            List.of(INT),
            args -> {
              Thread.currentThread().interrupt();
              return args[0];
            })
        .task(
            "look",
            INT,
            List.of(INT),
            args -> {
              leaked.compareAndSet(false, Thread.currentThread().isInterrupted());
              return args[0];
            });
    Execution<?> execution =
        start(b -> b.answer(b.call("look", b.call("interrupt", b.parameter(0)))), 1);
    assertThat(execution.await()).isEqualTo(1);
    assertThat(leaked).isFalse();
  }

  @Test
  void strictModeFindsModifiedArguments() {
    runtime.close();
    runtime = WorkflowRuntime.local(LocalOptions.defaults().withStrict(true));
    app.task("make", INT_ARRAY, List.of(INT), args -> new int[] {1, 2})
        .task(
            "spoil",
            INT,
            List.of(INT_ARRAY),
            p -> p.setRetries(3),
            args -> {
              ((int[]) args[0])[0] = 5;
              return calls.incrementAndGet();
            });
    Execution<?> execution = start(b -> b.answer(b.call("spoil", b.call("make", constant(1)))), 1);
    assertThatThrownBy(execution::await).hasMessageContaining("[ArgumentModified]");
    assertThat(calls).hasValue(1);
  }

  @Test
  void wrongArgumentsAreNamed() {
    app.task("value", INT, List.of(INT), args -> args[0]);
    app.declare("main", INT, INT).define("main", b -> b.answer(b.parameter(0)));
    assertThatThrownBy(() -> runtime.start(app, app.id("main"), List.of("text")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("p0");
    assertThatThrownBy(() -> runtime.start(app, app.id("main"), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 argument");
  }

  private static void soon(Callable<Boolean> condition) {
    await().pollInterval(Duration.ofMillis(2)).until(condition);
  }
}
