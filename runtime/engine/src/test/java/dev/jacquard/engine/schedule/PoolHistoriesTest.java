package dev.jacquard.engine.schedule;

import static dev.jacquard.engine.support.Types.INT;
import static dev.jacquard.engine.support.Types.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.jacquard.engine.plan.Planner;
import dev.jacquard.engine.plan.WorkflowPlan;
import dev.jacquard.engine.support.ActorBody;
import dev.jacquard.engine.support.TestApp;
import dev.jacquard.engine.support.TestBlock;
import dev.jacquard.engine.testing.SteppedOptions;
import dev.jacquard.engine.testing.SteppedRun;
import dev.jacquard.engine.testing.SteppedRuntime;
import dev.jacquard.spec.v1.ActorInterface;
import dev.jacquard.spec.v1.MapNode;
import dev.jacquard.spec.v1.Operand;
import dev.jacquard.spec.v1.WorkflowPolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random actors, workflows, faults and orders. The stepped backend fails a history in which a limit
 * is exceeded, a replica is called before or after its time, or one is left over; the stepped
 * runtime one that gets stuck. Here: every execution answers what plain Java would, and what is
 * made is closed once.
 */
@Timeout(300)
class PoolHistoriesTest {

  private static final int HISTORIES = 600;
  private static final int SHAPES = 6;

  /** One history: its actor, its faults, and the executions that share it. */
  private static final class History implements ActorBody {
    private final SplittableRandom random;
    private final TestApp app = new TestApp();
    private final Set<Object> open = new HashSet<>();
    private final int oneInSoManyFails;
    private boolean failed;

    History(long seed) {
      random = new SplittableRandom(seed);
      oneInSoManyFails = random.nextBoolean() ? 0 : 1 + random.nextInt(4);
      app.actor("adder", List.of(INT), this::policy, this)
          .method("adder", "add", INT, List.of(INT), (actor, args) -> add(actor, (int) args[0]))
          .task("value", INT, List.of(INT), args -> args[0]);
      for (int shape = 0; shape < SHAPES; shape++) {
        app.declare("main" + shape, list(INT), list(INT), INT)
            .define("main" + shape, this::workflow, body(shape));
      }
    }

    private ActorInterface.Builder policy(ActorInterface.Builder policy) {
      int replicas = 1 + random.nextInt(3);
      return policy
          .setReplicas(replicas)
          .setMinReplicas(random.nextInt(replicas + 1))
          .setConcurrency(1 + random.nextInt(3))
          .setMaxCalls(random.nextInt(3) * 2)
          .setTtlNanos(List.of(0L, 500L, 60_000_000_000L).get(random.nextInt(3)))
          .setScopeValue(random.nextInt(2));
    }

    private WorkflowPolicy.Builder workflow(WorkflowPolicy.Builder policy) {
      return policy.setConcurrency(random.nextInt(3)).setOnFailureValue(random.nextInt(3));
    }

    @Override
    public Object create(Object[] arguments) {
      if (oneInSoManyFails > 0 && random.nextInt(oneInSoManyFails) == 0) {
        failed = true;
        throw new IllegalArgumentException("no model");
      }
      Object replica = new int[] {(int) arguments[0]};
      open.add(replica);
      return replica;
    }

    @Override
    public void close(Object actor) {
      if (!open.remove(actor)) {
        fail("closed twice");
      }
    }

    private Object add(Object actor, int number) {
      assertThat(open).contains(actor);
      return ((int[]) actor)[0] + number;
    }

    private static Consumer<TestBlock> body(int shape) {
      return b -> {
        Operand pool = b.pool("adder", b.parameter(1));
        Operand result = map(b, b.parameter(0), pool, shape);
        if (shape % 2 == 1) {
          b.release(pool);
        }
        b.answer(result);
      };
    }

    private static Operand map(TestBlock b, Operand items, Operand pool, int shape) {
      Operand limit = shape == 1 ? TestBlock.constant(2) : null;
      return b.map(
          "all",
          items,
          List.of(pool),
          list(INT),
          limit,
          MapNode.Collect.LIST,
          e -> {
            Operand number = e.parameter(0);
            if (shape == 2 || shape == 5) {
              number = e.call("value", number);
            }
            Operand sum = e.callOn(e.parameter(1), "add", number);
            if (shape == 3) {
              e.callOn(e.parameter(1), "add", e.parameter(0));
            }
            e.answer(shape >= 4 ? e.call("value", sum) : sum);
          });
    }

    void run() {
      List<SteppedRuntime.Request> requests = new ArrayList<>();
      int executions = 1 + random.nextInt(4);
      for (int i = 0; i < executions; i++) {
        WorkflowPlan plan = Planner.plan(app, app.id("main" + random.nextInt(SHAPES)));
        long cancelAt = random.nextInt(5) == 0 ? random.nextInt(20_000) : Long.MAX_VALUE;
        requests.add(
            new SteppedRuntime.Request(
                plan, List.of(upTo(random.nextInt(25)), 1 + random.nextInt(3)), cancelAt));
      }
      List<SteppedRun> runs = SteppedRuntime.run(requests, SteppedOptions.draw(random), random);
      assertThat(open).isEmpty();
      for (int i = 0; i < executions; i++) {
        check(requests.get(i), runs.get(i));
      }
    }

    private void check(SteppedRuntime.Request request, SteppedRun run) {
      if (run.cause() == null) {
        int step = (int) request.arguments().get(1);
        List<?> items = (List<?>) request.arguments().get(0);
        assertThat(run.value()).isEqualTo(items.stream().map(item -> (int) item + step).toList());
      } else if (request.cancelAtNanos() == Long.MAX_VALUE) {
        assertThat(run.cause()).hasMessage("no model");
        assertThat(failed).isTrue();
      } else {
        assertThat(run.cause())
            .isInstanceOfAny(CancellationException.class, IllegalArgumentException.class);
      }
    }

    private static List<Integer> upTo(int end) {
      return IntStream.range(0, end).boxed().toList();
    }
  }

  @Test
  void everyHistoryEndsWellAndWithinItsLimits() {
    for (long seed = 0; seed < HISTORIES; seed++) {
      try {
        new History(seed).run();
      } catch (Throwable thrown) {
        throw new AssertionError("History " + seed + " must end well.", thrown);
      }
    }
  }
}
