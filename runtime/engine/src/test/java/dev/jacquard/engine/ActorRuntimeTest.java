package dev.jacquard.engine;

import static dev.jacquard.engine.support.TestBlock.constant;
import static dev.jacquard.engine.support.Types.INT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.support.TestApp;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a pool is, and how long. */
@Timeout(60)
class ActorRuntimeTest extends ActorFixture {

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

  @Test
  void replicaIsWarmedUpOnceBeforeItsFirstCall() throws Exception {
    actor(policy -> policy);
    map("main", "score");
    start("main", 5, 1).await();
    assertThat(made).hasSize(1);
    assertThat(made.peek().callsAtWarmUp).containsExactly(0);
  }
}
