package dev.jacquard.engine;

import static dev.jacquard.engine.support.TestBlock.constant;
import static dev.jacquard.engine.support.Types.INT;
import static dev.jacquard.engine.support.Types.INT_ARRAY;
import static dev.jacquard.engine.support.Types.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.jacquard.ExecutionFailedException;
import dev.jacquard.NonRetryableException;
import dev.jacquard.Warmup;
import dev.jacquard.engine.support.ActorBody;
import dev.jacquard.engine.support.TestApp;
import dev.jacquard.engine.support.TestBlock;
import dev.jacquard.engine.testing.ManualClock;
import dev.jacquard.spec.v1.ActorInterface;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ActorRuntimeTest {

  private static final int TTL_SECONDS = 60;

  private final class Replica implements Warmup {
    final AtomicInteger calls = new AtomicInteger();
    final AtomicInteger closes = new AtomicInteger();
    final List<Integer> callsAtWarmUp = new CopyOnWriteArrayList<>();

    @Override
    public void warmUp() {
      callsAtWarmUp.add(calls.get());
      if (coldStays) {
        throw new IllegalStateException("cold");
      }
    }
  }

  private final ManualClock clock = new ManualClock();
  private final ConcurrentLinkedQueue<Replica> made = new ConcurrentLinkedQueue<>();
  private volatile boolean closeFails;
  private volatile boolean coldStays;
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger interrupted = new AtomicInteger();
  private final Semaphore gate = new Semaphore(0);
  private final TestApp app = new TestApp();
  private final WorkflowRuntime runtime =
      WorkflowRuntime.local(LocalOptions.defaults().withParallelism(2).withClock(clock));

  private final class Body implements ActorBody {
    @Override
    public Object create(Object[] arguments) {
      if (failures.getAndDecrement() > 0) {
        throw new IllegalArgumentException("no model");
      }
      Replica replica = new Replica();
      made.add(replica);
      return replica;
    }

    @Override
    public void close(Object actor) {
      ((Replica) actor).closes.incrementAndGet();
      if (closeFails) {
        throw new IllegalStateException("close");
      }
    }
  }

  @AfterEach
  void close() {
    gate.release(1 << 20);
    runtime.close();
    assertThat(made).allMatch(replica -> replica.closes.get() == 1);
  }

  private void actor(UnaryOperator<ActorInterface.Builder> policy) {
    actor(app, policy);
  }

  private void actor(TestApp owner, UnaryOperator<ActorInterface.Builder> policy) {
    owner
        .actor("model", List.of(INT), policy, new Body())
        .method("model", "score", INT, List.of(INT), (actor, args) -> score(actor, args[0]))
        .method("model", "gated", INT, List.of(INT), (actor, args) -> gated(actor, args[0]));
  }

  private static Object score(Object actor, Object number) {
    ((Replica) actor).calls.incrementAndGet();
    return number;
  }

  private Object gated(Object actor, Object number) throws InterruptedException {
    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
    try {
      gate.acquire();
    } catch (InterruptedException e) {
      interrupted.incrementAndGet();
      throw e;
    } finally {
      inside.decrementAndGet();
    }
    return score(actor, number);
  }

  /** A workflow with a pool made from its second parameter. */
  private TestApp workflow(String name, Consumer<TestBlock> body) {
    return app.declare(name, list(INT), list(INT), INT).define(name, body);
  }

  private TestApp map(String name, String task) {
    return workflow(
        name,
        b ->
            b.answer(
                b.map(
                    "all",
                    b.parameter(0),
                    List.of(b.pool("model", b.parameter(1))),
                    list(INT),
                    e -> e.answer(e.callOn(e.parameter(1), task, e.parameter(0))))));
  }

  private Execution<?> start(String workflow, int elements, int argument) {
    return runtime.start(app, app.id(workflow), List.of(upTo(elements), argument));
  }

  private static List<Integer> upTo(int end) {
    return IntStream.range(0, end).boxed().toList();
  }

  private static void soon(Callable<Boolean> condition) {
    await().pollInterval(Duration.ofMillis(2)).until(condition);
  }

  @Test
  void mapUsesAllReplicasAlsoMoreThanThereAreProcessors() throws Exception {
    actor(policy -> policy.setReplicas(3).setConcurrency(2));
    map("main", "gated");
    Execution<?> execution = start("main", 40, 1);
    soon(() -> inside.get() == 6);
    gate.release(1000);
    assertThat(execution.await()).isEqualTo(upTo(40));
    assertThat(most).hasValue(6);
    assertThat(made).hasSize(3);
  }

  @Test
  void waitingForAReplicaLeavesTheSlotsToOthers() throws Exception {
    actor(policy -> policy);
    app.task("value", INT, List.of(INT), args -> args[0]);
    map("main", "gated");
    Execution<?> first = start("main", 40, 1);
    soon(() -> inside.get() == 1);
    app.declare("plain", INT, INT).define("plain", b -> b.answer(b.call("value", b.parameter(0))));
    assertThat(runtime.start(app, app.id("plain"), List.of(7)).await()).isEqualTo(7);
    gate.release(1000);
    assertThat(first.await()).isEqualTo(upTo(40));
    assertThat(most).hasValue(1);
  }

  @Test
  void replicasAreUsedThoughNoSlotIsFree() throws Exception {
    actor(policy -> policy.setReplicas(2));
    app.task("wait", INT, List.of(INT), args -> wait(args[0]));
    app.declare("blocking", INT, INT)
        .define(
            "blocking",
            b -> {
              b.call("wait", constant(1));
              b.call("wait", constant(2));
              b.answer(b.parameter(0));
            });
    workflow(
        "mixed",
        b ->
            b.answer(
                b.map(
                    "all",
                    b.parameter(0),
                    List.of(b.pool("model", b.parameter(1))),
                    list(INT),
                    e -> {
                      var scored = e.callOn(e.parameter(1), "score", e.parameter(0));
                      e.answer(e.call("wait", scored));
                    })));
    Execution<?> blocking = runtime.start(app, app.id("blocking"), List.of(1));
    soon(() -> gate.getQueueLength() == 2);
    Execution<?> mixed = start("mixed", 200, 1);
    soon(() -> made.stream().mapToInt(replica -> replica.calls.get()).sum() == 64);
    gate.release(1000);
    blocking.await();
    assertThat(mixed.await()).isEqualTo(upTo(200));
  }

  @Test
  void executionsTakeTurnsAtAPool() throws Exception {
    ConcurrentLinkedQueue<Integer> order = new ConcurrentLinkedQueue<>();
    actor(policy -> policy);
    app.method(
        "model",
        "note",
        INT,
        List.of(INT),
        (actor, args) -> {
          order.add((int) args[0]);
          gate.acquire();
          return args[0];
        });
    app.declare("main", INT, INT)
        .define(
            "main",
            b -> {
              var pool = b.pool("model", constant(1));
              for (int i = 0; i < 20; i++) {
                b.callOn(pool, "note", b.parameter(0));
              }
              b.answer(b.parameter(0));
            });
    Execution<?> first = runtime.start(app, app.id("main"), List.of(1));
    soon(() -> order.size() == 1);
    Execution<?> second = runtime.start(app, app.id("main"), List.of(2));
    gate.release(1000);
    first.await();
    second.await();
    assertThat(List.copyOf(order).subList(1, 31).stream().filter(id -> id == 1).count())
        .isBetween(14L, 16L);
  }

  @Test
  void busyReplicaGivesWayWhenItHasHadItsTurn() throws Exception {
    actor(policy -> policy);
    map("main", "gated");
    Execution<?> first = start("main", 4, 1);
    soon(() -> inside.get() == 1);
    Execution<?> second = start("main", 1, 2);
    gate.release();
    soon(() -> inside.get() == 1 && made.peek().calls.get() == 1);
    assertThat(made).hasSize(1);
    clock.advance(Duration.ofSeconds(1));
    gate.release();
    soon(() -> inside.get() == 1 && made.peek().calls.get() == 2);
    gate.release();
    soon(() -> made.size() == 2 && inside.get() == 1);
    gate.release();
    second.await();
    gate.release(10);
    assertThat(first.await()).isEqualTo(upTo(4));
    assertThat(made).hasSize(3);
  }

  @Test
  void sharedPoolOutlivesItsExecutionForItsTtl() throws Exception {
    actor(policy -> policy);
    map("main", "score");
    start("main", 5, 1).await();
    clock.advance(Duration.ofSeconds(TTL_SECONDS - 1));
    start("main", 5, 1).await();
    assertThat(made).hasSize(1);
    assertThat(made.peek().calls).hasValue(10);
    clock.advance(Duration.ofSeconds(TTL_SECONDS - 1));
    assertThat(made.peek().closes).hasValue(0);
    clock.advance(Duration.ofSeconds(1));
    soon(() -> made.peek().closes.get() == 1);
    start("main", 5, 1).await();
    assertThat(made).hasSize(2);
  }

  @Test
  void otherArgumentsAreAnotherPool() throws Exception {
    actor(policy -> policy.setReplicas(2));
    map("main", "score");
    start("main", 1, 1).await();
    start("main", 1, 2).await();
    start("main", 1, 1).await();
    assertThat(made).hasSize(2);
  }

  @Test
  void otherCodeIsAnotherPool() throws Exception {
    actor(policy -> policy.setName("model"));
    map("main", "score");
    TestApp other = new TestApp();
    actor(other, policy -> policy.setName("model"));
    other
        .declare("main", INT, INT)
        .define(
            "main", b -> b.answer(b.callOn(b.pool("model", constant(1)), "score", constant(3))));
    start("main", 1, 1).await();
    assertThat(runtime.start(other, other.id("main"), List.of(1)).await()).isEqualTo(3);
    assertThat(made).hasSize(2);
    soon(() -> made.peek().closes.get() == 1);
  }

  @Test
  void replicaIsWarmedUpOnceBeforeItsFirstCall() throws Exception {
    actor(policy -> policy);
    map("main", "score");
    start("main", 5, 1).await();
    assertThat(made).hasSize(1);
    assertThat(made.peek().callsAtWarmUp).containsExactly(0);
  }

  @Test
  void failureToWarmUpIsTheConstructionsAndTheReplicaIsClosed() {
    actor(policy -> policy);
    map("main", "score");
    coldStays = true;
    Execution<?> execution = start("main", 5, 1);
    soon(
        () -> {
          clock.advance(Duration.ofSeconds(TTL_SECONDS));
          return execution.status() != ExecutionStatus.RUNNING;
        });
    assertThatThrownBy(execution::await)
        .isInstanceOf(ExecutionFailedException.class)
        .hasMessageContaining("cold");
    assertThat(made).isNotEmpty().allMatch(replica -> replica.calls.get() == 0);
  }

  @Test
  void idleReplicaGivesWayToAnotherIdentity() throws Exception {
    actor(policy -> policy);
    map("main", "score");
    start("main", 5, 1).await();
    assertThat(start("main", 5, 2).await()).isEqualTo(upTo(5));
    assertThat(made).hasSize(2);
    soon(() -> made.peek().closes.get() == 1);
  }

  @Test
  void leastReplicasAreKeptWhileThePoolIsHeld() throws Exception {
    actor(policy -> policy.setReplicas(3).setMinReplicas(2));
    app.task("wait", INT, List.of(INT), args -> wait(args[0]));
    workflow(
        "main",
        b -> {
          b.pool("model", b.parameter(1));
          b.call("wait", constant(1));
          b.answer(b.parameter(0));
        });
    Execution<?> execution = start("main", 1, 1);
    soon(() -> made.size() == 2);
    clock.advance(Duration.ofSeconds(5 * TTL_SECONDS));
    assertThat(execution.pools())
        .first()
        .satisfies(pool -> assertThat(pool.idle() + pool.starting()).isEqualTo(2));
    gate.release();
    execution.await();
    clock.advance(Duration.ofSeconds(TTL_SECONDS));
    soon(() -> made.stream().allMatch(replica -> replica.closes.get() == 1));
    assertThat(made).hasSize(2);
  }

  private Object wait(Object value) throws InterruptedException {
    gate.acquire();
    return value;
  }

  @Test
  void constructorIsTriedThreeTimes() throws Exception {
    actor(policy -> policy);
    map("main", "score");
    failures.set(2);
    Execution<?> execution = start("main", 3, 1);
    ringUntilEnd(execution);
    assertThat(execution.await()).isEqualTo(upTo(3));
    assertThat(made).hasSize(1);
  }

  @Test
  void constructorThatKeepsFailingFailsTheNode() {
    actor(policy -> policy);
    map("main", "score");
    failures.set(3);
    Execution<?> execution = start("main", 3, 1);
    ringUntilEnd(execution);
    assertThatThrownBy(execution::await)
        .isInstanceOfSatisfying(
            ExecutionFailedException.class,
            failed -> {
              assertThat(failed.location().node()).isEqualTo("model");
              assertThat(failed).hasRootCauseMessage("no model");
            });
    assertThat(failures).hasValue(0);
  }

  @Test
  void failureThatCannotHelpItselfIsNotTriedAgain() {
    app.actor(
        "model",
        List.of(INT),
        policy -> policy,
        arguments -> {
          failures.incrementAndGet();
          throw new NonRetryableException("never");
        });
    workflow(
        "main",
        b -> {
          b.pool("model", b.parameter(1));
          b.answer(b.parameter(0));
        });
    assertThatThrownBy(start("main", 1, 1)::await).hasRootCauseMessage("never");
    assertThat(failures).hasValue(1);
  }

  @Test
  void callsFailWithTheConstructorsErrorWhenNoReplicaIsLeft() {
    actor(policy -> policy.setMaxCalls(1));
    map("main", "gated");
    Execution<?> execution = start("main", 5, 1);
    soon(() -> inside.get() == 1);
    failures.set(3);
    gate.release();
    ringUntilEnd(execution);
    assertThatThrownBy(execution::await)
        .isInstanceOfSatisfying(
            ExecutionFailedException.class,
            failed -> assertThat(failed.location().elements()).containsExactly(1))
        .hasRootCauseMessage("no model");
  }

  private void ringUntilEnd(Execution<?> execution) {
    soon(
        () -> {
          if (execution.status() == ExecutionStatus.RUNNING
              && clock.nextAlarm().orElse(Long.MAX_VALUE) < clock.nanos() + 1_000_000_000L) {
            clock.advanceToNextAlarm();
          }
          return execution.status() != ExecutionStatus.RUNNING;
        });
  }

  @Test
  void cancellingInterruptsCallsAndKeepsTheReplica() throws Exception {
    actor(policy -> policy.setReplicas(2));
    map("main", "gated");
    map("again", "score");
    Execution<?> execution = start("main", 50, 1);
    soon(() -> inside.get() == 2);
    execution.cancel();
    assertThatThrownBy(() -> execution.await(Duration.ofSeconds(20)))
        .isInstanceOf(CancellationException.class);
    assertThat(interrupted).hasValue(2);
    start("again", 3, 1).await();
    assertThat(made).hasSize(2);
  }

  @Test
  void callThatWaitsForItsOwnPoolIsRefused() throws Exception {
    actor(policy -> policy);
    map("inner", "score");
    app.method("model", "nested", INT, List.of(INT), (actor, args) -> size(start("inner", 2, 1)));
    workflow("main", ActorRuntimeTest::callNested);
    Execution<?> execution = start("main", 1, 1);
    assertThatThrownBy(() -> execution.await(Duration.ofSeconds(20)))
        .rootCause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("must not need a replica of actor")
        .hasMessageContaining("call nested of execution " + execution.id());
    assertThat(start("inner", 2, 1).await()).isEqualTo(upTo(2));
  }

  @Test
  void poolThatNeedsTheOnlyReplicaOfAWaitingCallIsRefused() {
    actor(policy -> policy);
    map("inner", "score");
    app.method("model", "nested", INT, List.of(INT), (actor, args) -> size(start("inner", 2, 99)));
    workflow("main", ActorRuntimeTest::callNested);
    Execution<?> execution = start("main", 1, 1);
    assertThatThrownBy(() -> execution.await(Duration.ofSeconds(20)))
        .hasRootCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void callsThatWaitForEachOthersReplicaAreNotAllRefused() throws Exception {
    actor(policy -> policy.setReplicas(2));
    map("inner", "score");
    app.method(
        "model",
        "nested",
        INT,
        List.of(INT),
        (actor, args) -> {
          inside.incrementAndGet();
          gate.acquire();
          return size(start("inner", 2, 1));
        });
    workflow("main", ActorRuntimeTest::callNested);
    Execution<?> first = start("main", 1, 1);
    Execution<?> second = start("main", 1, 1);
    soon(() -> inside.get() == 2);
    gate.release(2);
    int failed = 0;
    for (Execution<?> execution : List.of(first, second)) {
      try {
        execution.await(Duration.ofSeconds(20));
      } catch (ExecutionFailedException e) {
        failed++;
      }
    }
    assertThat(failed).isEqualTo(1);
  }

  @Test
  void nestedWorkflowWithAFreeReplicaRuns() throws Exception {
    actor(policy -> policy.setReplicas(2));
    map("inner", "score");
    app.method("model", "nested", INT, List.of(INT), (actor, args) -> size(start("inner", 2, 1)));
    workflow("main", ActorRuntimeTest::callNested);
    assertThat(start("main", 1, 1).await(Duration.ofSeconds(20))).isEqualTo(List.of(0));
  }

  private static void callNested(TestBlock b) {
    b.callOn(b.pool("model", b.parameter(1)), "nested", constant(1));
    b.answer(b.parameter(0));
  }

  private static Object size(Execution<?> execution) throws Exception {
    return ((List<?>) execution.await()).size();
  }

  @Test
  void laterExecutionChangesThePolicyInPlace() throws Exception {
    actor(policy -> policy.setConcurrency(1).setTtlNanos(Duration.ofHours(1).toNanos()));
    map("main", "gated");
    Execution<?> first = start("main", 3, 1);
    soon(() -> inside.get() == 1);
    app.rewrite(
        "main",
        spec ->
            spec.setActors(
                0,
                spec.getActors(0).toBuilder()
                    .setConcurrency(4)
                    .setTtlNanos(Duration.ofSeconds(1).toNanos())));
    Execution<?> second = start("main", 3, 1);
    soon(() -> inside.get() == 4);
    gate.release(100);
    first.await();
    second.await();
    assertThat(made).hasSize(1);
    clock.advance(Duration.ofSeconds(1));
    soon(() -> made.peek().closes.get() == 1);
  }

  @Test
  void argumentsThatAConstructorModifiesAreFoundInStrictMode() {
    app.actor(
        "sorter",
        List.of(INT_ARRAY),
        policy -> policy,
        arguments -> {
          ((int[]) arguments[0])[0] = 7;
          return "sorter";
        });
    app.declare("main", INT, INT_ARRAY)
        .define(
            "main",
            b -> {
              b.pool("sorter", b.parameter(0));
              b.answer(constant(1));
            });
    try (WorkflowRuntime strict = WorkflowRuntime.local(LocalOptions.defaults().withStrict(true))) {
      Execution<?> execution = strict.start(app, app.id("main"), List.of(new int[] {1}));
      assertThatThrownBy(execution::await)
          .hasMessageContaining("[ArgumentModified] Actor " + app.id("sorter"));
    }
  }

  @Test
  void missingHandlerIsExplained() {
    actor(policy -> policy);
    map("main", "score");
    app.rewrite(
        "main", spec -> spec.setActors(0, spec.getActors(0).toBuilder().setHandler("no.Handler")));
    assertThatThrownBy(start("main", 1, 1)::await)
        .hasMessageContaining("Handler no.Handler of actor " + app.id("model"));
  }

  @Test
  void closingLeavesNeitherReplicaNorThread() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    actor(policy -> policy.setReplicas(4));
    map("main", "gated");
    map("idle", "score");
    try (WorkflowRuntime own = WorkflowRuntime.local()) {
      own.start(app, app.id("main"), List.of(upTo(20), 1));
      soon(() -> inside.get() == 4);
    }
    assertThat(made).hasSize(4).allMatch(replica -> replica.closes.get() == 1);
    runtime.close();
    Thread[] threads = new Thread[group.activeCount() + 10];
    int count = group.enumerate(threads);
    assertThat(Arrays.stream(threads, 0, count).map(Thread::getName))
        .noneMatch(name -> name.startsWith("jacquard"));
  }

  @Test
  void closeThatThrowsHarmsNothing() throws Exception {
    closeFails = true;
    actor(policy -> policy.setMaxCalls(2));
    map("main", "score");
    assertThat(start("main", 7, 1).await()).isEqualTo(upTo(7));
    assertThat(made).hasSize(4);
  }

  @Test
  void closingInterruptsAConstructor() {
    app.actor(
        "slow",
        List.of(INT),
        policy -> policy,
        arguments -> {
          inside.incrementAndGet();
          try {
            gate.acquire();
          } catch (InterruptedException e) {
            interrupted.incrementAndGet();
            throw e;
          }
          return "slow";
        });
    app.declare("main", INT, INT)
        .define(
            "main",
            b -> {
              b.pool("slow", b.parameter(0));
              b.answer(constant(1));
            });
    try (WorkflowRuntime own = WorkflowRuntime.local()) {
      own.start(app, app.id("main"), List.of(1));
      soon(() -> inside.get() == 1);
    }
    assertThat(interrupted).hasValue(1);
  }

  @Test
  void eventsTellOfReplicas() throws Exception {
    actor(policy -> policy);
    map("main", "score");
    ConcurrentLinkedQueue<PoolProgress> heard = new ConcurrentLinkedQueue<>();
    Execution<?> execution =
        runtime.start(
            app,
            app.id("main"),
            List.of(upTo(3), 1),
            event -> {
              if (event instanceof ExecutionEvent.PoolChanged changed) {
                heard.add(changed.progress());
              }
            });
    execution.await();
    soon(() -> heard.size() >= 2);
    assertThat(heard).first().isEqualTo(new PoolProgress(app.id("model"), 1, 0, 0, 0));
    assertThat(execution.pools()).containsExactly(new PoolProgress(app.id("model"), 0, 1, 0, 0));
  }
}
