package dev.jacquard.engine;

import static dev.jacquard.engine.support.Types.INT;
import static dev.jacquard.engine.support.Types.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jacquard.Warmup;
import dev.jacquard.engine.support.ActorBody;
import dev.jacquard.engine.support.TestApp;
import dev.jacquard.engine.support.TestBlock;
import dev.jacquard.engine.testing.ManualClock;
import dev.jacquard.spec.v1.ActorInterface;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;

/**
 * An application with an actor whose replicas are counted, and a runtime on a clock set by hand.
 */
abstract class ActorFixture {

  static final int TTL_SECONDS = 60;

  final class Replica implements Warmup {
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

  final ManualClock clock = new ManualClock();
  final ConcurrentLinkedQueue<Replica> made = new ConcurrentLinkedQueue<>();
  volatile boolean closeFails;
  volatile boolean coldStays;
  final AtomicInteger failures = new AtomicInteger();
  final AtomicInteger inside = new AtomicInteger();
  final AtomicInteger most = new AtomicInteger();
  final AtomicInteger interrupted = new AtomicInteger();
  final Semaphore gate = new Semaphore(0);
  final TestApp app = new TestApp();
  final WorkflowRuntime runtime =
      WorkflowRuntime.local(LocalOptions.defaults().withParallelism(2).withClock(clock));

  final class Body implements ActorBody {
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

  void actor(UnaryOperator<ActorInterface.Builder> policy) {
    actor(app, policy);
  }

  void actor(TestApp owner, UnaryOperator<ActorInterface.Builder> policy) {
    owner
        .actor("model", List.of(INT), policy, new Body())
        .method("model", "score", INT, List.of(INT), (actor, args) -> score(actor, args[0]))
        .method("model", "gated", INT, List.of(INT), (actor, args) -> gated(actor, args[0]));
  }

  static Object score(Object actor, Object number) {
    ((Replica) actor).calls.incrementAndGet();
    return number;
  }

  Object gated(Object actor, Object number) throws InterruptedException {
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
  TestApp workflow(String name, Consumer<TestBlock> body) {
    return app.declare(name, list(INT), list(INT), INT).define(name, body);
  }

  TestApp map(String name, String task) {
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

  Execution<?> start(String workflow, int elements, int argument) {
    return runtime.start(app, app.id(workflow), List.of(upTo(elements), argument));
  }

  static List<Integer> upTo(int end) {
    return IntStream.range(0, end).boxed().toList();
  }

  static void soon(Callable<Boolean> condition) {
    await().pollInterval(Duration.ofMillis(2)).until(condition);
  }

  Object wait(Object value) throws InterruptedException {
    gate.acquire();
    return value;
  }
}
