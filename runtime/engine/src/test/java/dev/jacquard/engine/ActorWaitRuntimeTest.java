package dev.jacquard.engine;

import static dev.jacquard.engine.support.TestBlock.constant;
import static dev.jacquard.engine.support.Types.INT;
import static dev.jacquard.engine.support.Types.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacquard.ExecutionFailedException;
import dev.jacquard.engine.support.TestBlock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls of actors that wait for workflows. */
@Timeout(60)
class ActorWaitRuntimeTest extends ActorFixture {

  @Test
  void callThatWaitsForItsOwnPoolIsRefused() throws Exception {
    actor(policy -> policy);
    map("inner", "score");
    app.method("model", "nested", INT, List.of(INT), (actor, args) -> size(start("inner", 2, 1)));
    workflow("main", ActorWaitRuntimeTest::callNested);
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
    workflow("main", ActorWaitRuntimeTest::callNested);
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
    workflow("main", ActorWaitRuntimeTest::callNested);
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
    workflow("main", ActorWaitRuntimeTest::callNested);
    assertThat(start("main", 1, 1).await(Duration.ofSeconds(20))).isEqualTo(List.of(0));
  }

  @Test
  void onlyCallsThatHaveAReplicaCountAsRunning() throws Exception {
    actor(policy -> policy.setReplicas(2));
    app.task("passed", INT, List.of(INT), args -> args[0]);
    workflow(
        "main",
        b ->
            b.answer(
                b.map(
                    "all",
                    b.parameter(0),
                    List.of(b.pool("model", b.parameter(1))),
                    list(INT),
                    e ->
                        e.answer(
                            e.callOn(e.parameter(1), "gated", e.call("passed", e.parameter(0)))))));
    Execution<?> execution = start("main", 10, 1);
    soon(() -> inside.get() == 2 && execution.pools().get(0).waiting() == 2);
    soon(() -> running(execution) == 2);
    gate.release(10);
    assertThat(execution.await(Duration.ofSeconds(20))).isEqualTo(upTo(10));
    assertThat(running(execution)).isZero();
  }

  private static long running(Execution<?> execution) {
    return execution.progress().get(0).running();
  }

  private static void callNested(TestBlock b) {
    b.callOn(b.pool("model", b.parameter(1)), "nested", constant(1));
    b.answer(b.parameter(0));
  }

  private static Object size(Execution<?> execution) throws Exception {
    return ((List<?>) execution.await()).size();
  }
}
