package dev.jacquard.engine.schedule;

import static dev.jacquard.engine.support.TestBlock.constant;
import static dev.jacquard.engine.support.Types.INT;
import static dev.jacquard.engine.support.Types.list;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.plan.Planner;
import dev.jacquard.engine.plan.WorkflowPlan;
import dev.jacquard.engine.support.ActorBody;
import dev.jacquard.engine.support.TestApp;
import dev.jacquard.engine.support.TestBlock;
import dev.jacquard.engine.testing.SteppedOptions;
import dev.jacquard.engine.testing.SteppedRun;
import dev.jacquard.engine.testing.SteppedRuntime;
import dev.jacquard.spec.v1.ActorInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Pools under many orders; that limits are kept and replicas closed, the stepped backend sees to.
 */
@Timeout(120)
class ActorPoolTest {

  private static final int SEEDS = 300;

  /** A replica that counts, and finds out when it is used after its end. */
  private static final class Adder {
    private final int step;
    private boolean closed;

    Adder(int step) {
      this.step = step;
    }

    int add(int number) {
      if (closed) {
        throw new IllegalStateException("closed");
      }
      return number + step;
    }
  }

  private final TestApp app = new TestApp();
  private final List<Adder> made = new ArrayList<>();

  private final class AdderBody implements ActorBody {
    @Override
    public Object create(Object[] arguments) {
      int step = (int) arguments[0];
      if (step < 0) {
        throw new IllegalArgumentException("step: " + step);
      }
      Adder adder = new Adder(step);
      made.add(adder);
      return adder;
    }

    @Override
    public void close(Object actor) {
      Adder adder = (Adder) actor;
      if (adder.closed) {
        throw new IllegalStateException("closed twice");
      }
      adder.closed = true;
    }
  }

  private void actor(UnaryOperator<ActorInterface.Builder> policy) {
    app.actor("adder", List.of(INT), policy, new AdderBody())
        .method(
            "adder", "add", INT, List.of(INT), (actor, args) -> ((Adder) actor).add((int) args[0]))
        .task("value", INT, List.of(INT), args -> args[0])
        .task("odd", INT, List.of(INT), args -> failOnOdd((int) args[0]));
  }

  private static int failOnOdd(int number) {
    if (number % 2 == 1) {
      throw new IllegalStateException("odd: " + number);
    }
    return number;
  }

  private void main(Consumer<TestBlock> body) {
    app.declare("main", list(INT), list(INT), INT).define("main", body);
  }

  private void mapOnAdder(Consumer<TestBlock> more) {
    main(
        b -> {
          var pool = b.pool("adder", b.parameter(1));
          more.accept(b);
          b.answer(
              b.map(
                  "all",
                  b.parameter(0),
                  List.of(pool),
                  list(INT),
                  e -> e.answer(e.callOn(e.parameter(1), "add", e.parameter(0)))));
        });
  }

  private List<SteppedRun> run(long seed, Object[]... arguments) {
    SplittableRandom random = new SplittableRandom(seed);
    WorkflowPlan plan = Planner.plan(app, app.id("main"));
    List<SteppedRuntime.Request> requests = new ArrayList<>();
    for (Object[] one : arguments) {
      requests.add(new SteppedRuntime.Request(plan, List.of(one)));
    }
    made.clear();
    List<SteppedRun> runs = SteppedRuntime.run(requests, SteppedOptions.draw(random), random);
    assertThat(made).allMatch(adder -> adder.closed);
    return runs;
  }

  private static Object[] arguments(Object... arguments) {
    return arguments;
  }

  private static List<Integer> upTo(int end) {
    return IntStream.range(0, end).boxed().toList();
  }

  private static List<Integer> plus(List<Integer> numbers, int step) {
    return numbers.stream().map(number -> number + step).toList();
  }

  @Test
  void callsOfAPoolAnswerAsTheInstanceWould() {
    actor(policy -> policy.setReplicas(3));
    mapOnAdder(b -> {});
    for (long seed = 0; seed < SEEDS; seed++) {
      List<SteppedRun> runs = run(seed, arguments(upTo(30), 5));
      assertThat(runs.get(0).value()).isEqualTo(plus(upTo(30), 5));
      assertThat(made).hasSizeBetween(1, 3);
    }
  }

  @Test
  void identitiesShareTheLimitOfTheirActorAndNoneStarves() {
    actor(policy -> policy.setReplicas(2).setConcurrency(2));
    mapOnAdder(b -> {});
    for (long seed = 0; seed < SEEDS; seed++) {
      List<SteppedRun> runs =
          run(
              seed,
              arguments(upTo(20), 1),
              arguments(upTo(20), 2),
              arguments(upTo(20), 3),
              arguments(upTo(20), 1));
      for (int i = 0; i < 4; i++) {
        assertThat(runs.get(i).value()).isEqualTo(plus(upTo(20), i % 3 + 1));
      }
    }
  }

  @Test
  void constructorFailsTheNodeWithoutAnyCall() {
    actor(policy -> policy);
    main(
        b -> {
          b.pool("adder", b.parameter(1));
          b.answer(b.parameter(0));
        });
    for (long seed = 0; seed < SEEDS; seed++) {
      SteppedRun run = run(seed, arguments(upTo(3), -7)).get(0);
      assertThat(run.cause()).isInstanceOf(IllegalArgumentException.class).hasMessage("step: -7");
      assertThat(run.node()).isEqualTo("adder");
      assertThat(run(seed, arguments(upTo(3), 7)).get(0).value()).isEqualTo(upTo(3));
      assertThat(made).hasSize(1);
    }
  }

  @Test
  void wornOutReplicasAreReplaced() {
    actor(policy -> policy.setReplicas(2).setMaxCalls(3));
    mapOnAdder(b -> {});
    for (long seed = 0; seed < SEEDS; seed++) {
      assertThat(run(seed, arguments(upTo(30), 5)).get(0).value()).isEqualTo(plus(upTo(30), 5));
      assertThat(made).hasSizeBetween(10, 12);
    }
  }

  @Test
  void poolsOfAnExecutionAreItsOwn() {
    actor(policy -> policy.setReplicas(4).setScope(ActorInterface.Scope.EXECUTION));
    mapOnAdder(b -> {});
    for (long seed = 0; seed < SEEDS; seed++) {
      List<SteppedRun> runs = run(seed, arguments(upTo(9), 5), arguments(upTo(9), 5));
      assertThat(runs).allMatch(run -> plus(upTo(9), 5).equals(run.value()));
      assertThat(made).hasSizeGreaterThan(1);
    }
  }

  @Test
  void releaseWaitsForTheCalls() {
    actor(policy -> policy.setTtlNanos(0).setReplicas(2));
    main(
        b -> {
          var pool = b.pool("adder", b.parameter(1));
          b.callOn(pool, "add", constant(3));
          var result =
              b.map(
                  "all",
                  b.parameter(0),
                  List.of(pool),
                  list(INT),
                  e -> {
                    var plain = e.call("value", e.parameter(0));
                    e.answer(e.callOn(e.parameter(1), "add", plain));
                  });
          b.release(pool);
          b.answer(result);
        });
    for (long seed = 0; seed < SEEDS; seed++) {
      assertThat(run(seed, arguments(upTo(9), 5)).get(0).value()).isEqualTo(plus(upTo(9), 5));
    }
  }

  @Test
  void failedFrameLetsGoOfItsPool() {
    actor(policy -> policy.setMinReplicas(2).setReplicas(2));
    mapOnAdder(b -> b.call("odd", constant(3)));
    for (long seed = 0; seed < SEEDS; seed++) {
      SteppedRun run = run(seed, arguments(upTo(40), 5)).get(0);
      assertThat(run.cause()).hasMessage("odd: 3");
    }
  }
}
