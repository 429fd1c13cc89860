package dev.jacquard.engine;

import static dev.jacquard.engine.support.TestBlock.constant;
import static dev.jacquard.engine.support.Types.INT;
import static dev.jacquard.engine.support.Types.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who gets a replica when not all can. */
@Timeout(60)
class ActorLimitRuntimeTest extends ActorFixture {

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
    clock.advance(Duration.ofMillis(5)); // a call takes long, and so is a batch of its own
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
  void idleReplicaGivesWayToAnotherIdentity() throws Exception {
    actor(policy -> policy);
    map("main", "score");
    start("main", 5, 1).await();
    assertThat(start("main", 5, 2).await()).isEqualTo(upTo(5));
    assertThat(made).hasSize(2);
    soon(() -> made.peek().closes.get() == 1);
  }
}
