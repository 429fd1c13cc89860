package dev.jacquard.engine;

import static dev.jacquard.engine.support.TestBlock.constant;
import static dev.jacquard.engine.support.Types.INT;
import static dev.jacquard.engine.support.Types.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.jacquard.engine.support.TestApp;
import dev.jacquard.engine.support.TestBlock;
import dev.jacquard.spec.v1.Constant;
import dev.jacquard.spec.v1.MapNode;
import dev.jacquard.spec.v1.Operand;
import dev.jacquard.spec.v1.Packed;
import dev.jacquard.spec.v1.Value;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConcurrencyRuntimeTest {

  private static final List<Consumer<TestBlock>> BODIES =
      List.of(ConcurrencyRuntimeTest::chain, ConcurrencyRuntimeTest::frames);

  private final TestApp app = new TestApp();
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger interrupted = new AtomicInteger();
  private final Semaphore gate = new Semaphore(0);
  private final WorkflowRuntime runtime =
      WorkflowRuntime.local(LocalOptions.defaults().withParallelism(2));

  ConcurrencyRuntimeTest() {
    app.task("gated", INT, List.of(INT), args -> gated(args[0]))
        .task("value", INT, List.of(INT), args -> args[0])
        .task("add", INT, List.of(INT, INT), args -> (int) args[0] + (int) args[1]);
  }

  @AfterEach
  void close() {
    gate.release(1 << 20);
    runtime.close();
  }

  private Object gated(Object value) throws InterruptedException {
    int now = inside.incrementAndGet();
    most.accumulateAndGet(now, Math::max);
    try {
      gate.acquire();
    } catch (InterruptedException e) {
      interrupted.incrementAndGet();
      throw e;
    } finally {
      inside.decrementAndGet();
    }
    return value;
  }

  private Execution<?> map(int elements, Operand concurrency, Consumer<TestBlock> body) {
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
                        concurrency,
                        MapNode.Collect.LIST,
                        body)));
    return runtime.start(
        app, app.id("main"), List.of(IntStream.range(0, elements).boxed().toList()));
  }

  private static void chain(TestBlock e) {
    e.answer(e.call("gated", e.parameter(0)));
  }

  /** Two calls that do not wait for each other: no chain. */
  private static void frames(TestBlock e) {
    e.answer(e.call("add", e.call("gated", e.parameter(0)), e.call("gated", e.parameter(0))));
  }

  @Test
  void concurrencyIsUsedToTheFullAndNeverExceeded() throws Exception {
    for (Consumer<TestBlock> body : BODIES) {
      most.set(0);
      Execution<?> execution = map(60, constant(7), body);
      for (int i = 0; i < 40; i++) {
        soon(() -> inside.get() == 7);
        gate.release();
        soon(() -> inside.get() == 7);
      }
      gate.release(1000);
      assertThat((List<?>) execution.await()).hasSize(60);
      assertThat(most).hasValue(7);
      gate.drainPermits();
    }
  }

  @Test
  void withoutALimitCallsUseTheSlots() throws Exception {
    Execution<?> execution = map(50, null, ConcurrencyRuntimeTest::chain);
    soon(() -> inside.get() == 2);
    gate.release(1000);
    assertThat((List<?>) execution.await()).hasSize(50);
    assertThat(most).hasValue(2);
  }

  @Test
  void elementsBehindASlowOneAreTakenBack() throws Exception {
    Phaser slow = new Phaser(1);
    ConcurrentLinkedQueue<Integer> done = new ConcurrentLinkedQueue<>();
    app.task(
        "mixed",
        INT,
        List.of(INT),
        args -> {
          if ((int) args[0] == 500) {
            slow.awaitAdvance(0);
          }
          done.add((int) args[0]);
          return args[0];
        });
    Execution<?> execution = map(1000, null, e -> e.answer(e.call("mixed", e.parameter(0))));
    soon(() -> done.size() == 999);
    slow.arrive();
    assertThat((List<?>) execution.await()).hasSize(1000);
    assertThat(done).doesNotHaveDuplicates();
  }

  @Test
  void cancellingInterruptsAndWaits() {
    for (Consumer<TestBlock> body : BODIES) {
      interrupted.set(0);
      Execution<?> execution = map(1000, constant(5), body);
      soon(() -> inside.get() == 5);
      execution.cancel();
      assertThatThrownBy(() -> execution.await(Duration.ofSeconds(20)))
          .isInstanceOf(CancellationException.class);
      assertThat(inside).hasValue(0);
      assertThat(interrupted).hasValue(5);
      assertThat(execution.status()).isEqualTo(ExecutionStatus.CANCELLED);
    }
  }

  @Test
  void executionsShareTheSlotsFairly() throws Exception {
    ConcurrentLinkedQueue<Integer> order = new ConcurrentLinkedQueue<>();
    app.task(
        "tick",
        INT,
        List.of(INT),
        args -> {
          order.add((int) args[0]);
          TimeUnit.MILLISECONDS.sleep(1);
          return args[0];
        });
    app.declare("main", INT, INT)
        .define(
            "main",
            b -> {
              for (int i = 0; i < 100; i++) {
                b.call("tick", b.parameter(0));
              }
              b.answer(b.parameter(0));
            });
    Execution<?> first = runtime.start(app, app.id("main"), List.of(1));
    Execution<?> second = runtime.start(app, app.id("main"), List.of(2));
    first.await();
    second.await();
    List<Integer> seen = List.copyOf(order).subList(40, 140);
    assertThat(seen.stream().filter(id -> id == 1).count()).isBetween(35L, 65L);
  }

  @Test
  void closingLeavesNoThreadBehind() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    try (WorkflowRuntime own = WorkflowRuntime.local()) {
      app.declare("main", INT, INT).define("main", b -> b.answer(b.call("gated", b.parameter(0))));
      own.start(app, app.id("main"), List.of(1), event -> {});
      soon(() -> inside.get() == 1);
    }
    runtime.close();
    Thread[] threads = new Thread[group.activeCount() + 10];
    int count = group.enumerate(threads);
    assertThat(Arrays.stream(threads, 0, count).map(Thread::getName))
        .noneMatch(name -> name.startsWith("jacquard"));
  }

  @Test
  void eventsComeInOrderAndListenersMayThrow() throws Exception {
    ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
    app.declare("main", INT, INT)
        .define(
            "main",
            b -> {
              b.map("all", constantList(), List.of(), list(INT), ConcurrencyRuntimeTest::chain);
              b.answer(b.parameter(0));
            });
    gate.release(100);
    Execution<?> execution =
        runtime.start(
            app,
            app.id("main"),
            List.of(1),
            event -> {
              heard.add(event.getClass().getSimpleName());
              throw new IllegalStateException("listener");
            });
    execution.await();
    soon(() -> heard.contains("ExecutionFinished"));
    assertThat(heard)
        .startsWith("ExecutionStarted", "NodeStarted")
        .contains("MapAdvanced")
        .endsWith("NodeFinished", "ExecutionFinished");
  }

  private static Operand constantList() {
    return Operand.newBuilder()
        .setConstant(
            Constant.newBuilder()
                .setType(list(INT))
                .setValue(
                    Value.newBuilder()
                        .setPacked(Packed.newBuilder().addIntegers(1).addIntegers(2))))
        .build();
  }

  private static void soon(Callable<Boolean> condition) {
    await().pollInterval(Duration.ofMillis(2)).until(condition);
  }
}
