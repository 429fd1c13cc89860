package dev.jacquard.engine;

import static dev.jacquard.engine.ActorFixture.soon;
import static dev.jacquard.engine.ActorFixture.upTo;
import static dev.jacquard.engine.support.Types.INT;
import static dev.jacquard.engine.support.Types.list;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.pool.ReplicaShares;
import dev.jacquard.engine.support.ActorBody;
import dev.jacquard.engine.support.TestApp;
import dev.jacquard.engine.testing.ManualClock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two builds of one actor, whose runtimes share its limit: the new one takes over from the old. */
@Timeout(60)
class RolloutRuntimeTest {

  private static final int REPLICAS = 2;

  private final ReplicaShares shares = new ReplicaShares();
  private final ManualClock clock = new ManualClock();
  private final AtomicInteger alive = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final Build old = new Build(1);
  private final Build young = new Build(2);

  /** A build whose actor answers with its version, each call when it may. */
  private final class Build implements ActorBody {
    final Semaphore calls = new Semaphore(0);
    final AtomicInteger made = new AtomicInteger();
    final WorkflowRuntime runtime =
        WorkflowRuntime.local(LocalOptions.defaults().withClock(clock).withShares(shares));
    final TestApp app = new TestApp();

    Build(int version) {
      app.actor("model", List.of(), p -> p.setName("model").setReplicas(REPLICAS), this)
          .method(
              "model",
              "answer",
              INT,
              List.of(INT),
              (actor, args) -> {
                calls.acquire();
                return version;
              });
      app.declare("main", list(INT), list(INT))
          .define(
              "main",
              b ->
                  b.answer(
                      b.map(
                          "all",
                          b.parameter(0),
                          List.of(b.pool("model")),
                          list(INT),
                          e -> e.answer(e.callOn(e.parameter(1), "answer", e.parameter(0))))));
    }

    @Override
    public Object create(Object[] arguments) {
      most.accumulateAndGet(alive.incrementAndGet(), Math::max);
      made.incrementAndGet();
      return new Object();
    }

    @Override
    public void close(Object actor) {
      alive.decrementAndGet();
    }

    Execution<?> start(int elements) {
      return runtime.start(app, app.id("main"), List.of(upTo(elements)));
    }
  }

  @AfterEach
  void close() {
    old.calls.release(1 << 20);
    young.calls.release(1 << 20);
    old.runtime.close();
    young.runtime.close();
    assertThat(alive).hasValue(0);
    assertThat(most).hasValueLessThanOrEqualTo(REPLICAS);
    assertThat(shares.taken("model")).isZero();
  }

  @Test
  void newCodeTakesOverWhileOldCodeAnswersWhatItHasBegun() throws Exception {
    Execution<?> running = old.start(20);
    soon(() -> old.calls.getQueueLength() == REPLICAS);
    Execution<?> next = young.start(10);
    clock.advance(Duration.ofSeconds(1));
    assertThat(young.made).hasValue(0);
    soon(this::eachHasOne);
    young.calls.release(10);
    assertThat(next.await()).isEqualTo(Collections.nCopies(10, 2));
    old.calls.release(20);
    assertThat(running.await()).isEqualTo(Collections.nCopies(20, 1));
  }

  /** A replica of the old code may begin a call more before it hears that its turn is over. */
  private boolean eachHasOne() {
    if (old.calls.getQueueLength() == REPLICAS && old.calls.availablePermits() == 0) {
      old.calls.release();
    }
    return old.calls.getQueueLength() == 1 && young.calls.getQueueLength() == 1;
  }

  @Test
  void newCodeReplacesWhatOldCodeHasKeptWarm() throws Exception {
    old.calls.release(10);
    old.start(10).await();
    young.calls.release(10);
    assertThat(young.start(10).await()).isEqualTo(Collections.nCopies(10, 2));
  }

  @Test
  void oldCodeThatIsClosedLeavesAllToTheNew() throws Exception {
    old.start(20);
    soon(() -> old.calls.getQueueLength() == REPLICAS);
    Execution<?> next = young.start(10);
    old.runtime.close();
    soon(() -> young.calls.getQueueLength() == REPLICAS);
    young.calls.release(10);
    assertThat(next.await()).isEqualTo(Collections.nCopies(10, 2));
  }
}
