package dev.jacquard.engine;

import static dev.jacquard.engine.support.TestBlock.constant;
import static dev.jacquard.engine.support.Types.INT;
import static dev.jacquard.engine.support.Types.INT_ARRAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.jacquard.ExecutionFailedException;
import dev.jacquard.NonRetryableException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a pool when something fails or ends. */
@Timeout(60)
class ActorFailureRuntimeTest extends ActorFixture {

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
  void eventsTellOfReplicasThatCouldNotBeMade() throws Exception {
    actor(policy -> policy);
    map("main", "score");
    failures.set(3);
    Queue<ExecutionEvent.ReplicaFailed> heard = new ConcurrentLinkedQueue<>();
    Execution<?> execution =
        runtime.start(
            app,
            app.id("main"),
            List.of(upTo(3), 1),
            event -> {
              if (event instanceof ExecutionEvent.ReplicaFailed failed) {
                heard.add(failed);
              }
            });
    ringUntilEnd(execution);
    soon(() -> heard.size() == 3);
    assertThat(heard)
        .allSatisfy(
            failed -> {
              assertThat(failed.actor()).isEqualTo(app.id("model"));
              assertThat(failed.failure().className())
                  .isEqualTo(IllegalArgumentException.class.getName());
              assertThat(failed.failure().message()).isEqualTo("no model");
            })
        .extracting(ExecutionEvent.ReplicaFailed::attempt, failed -> failed.retryIn().isPresent())
        .containsExactly(tuple(1, true), tuple(2, true), tuple(3, false));
  }
}
