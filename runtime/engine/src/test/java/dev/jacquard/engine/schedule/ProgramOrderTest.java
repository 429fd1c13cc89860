package dev.jacquard.engine.schedule;

import static dev.jacquard.engine.support.TestBlock.constant;
import static dev.jacquard.engine.support.Types.INT;
import static dev.jacquard.engine.support.Types.list;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.support.TestApp;
import dev.jacquard.engine.support.TestBlock;
import dev.jacquard.engine.testing.SteppedRun;
import dev.jacquard.engine.testing.SteppedRuntime;
import dev.jacquard.engine.testing.TraceEntry;
import dev.jacquard.spec.v1.Binary;
import dev.jacquard.spec.v1.MapNode;
import dev.jacquard.spec.v1.WorkflowPolicy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ProgramOrderTest {

  private static final int SEEDS = 300;

  private final TestApp app =
      new TestApp()
          .task("value", INT, List.of(INT), args -> args[0])
          .task("effect", INT, List.of(INT), policy -> policy.setEffects(true), args -> args[0])
          .task("write", null, List.of(INT), args -> null)
          .task("odd", INT, List.of(INT), args -> failOnOdd((int) args[0]))
          .task("add", INT, List.of(INT, INT), args -> (int) args[0] + (int) args[1]);

  private static int failOnOdd(int number) {
    if (number % 2 == 1) {
      throw new IllegalStateException("odd: " + number);
    }
    return number;
  }

  private SteppedRun run(long seed, Object... arguments) {
    return SteppedRuntime.run(app, app.id("main"), List.of(arguments), seed);
  }

  private void main(Consumer<TestBlock> body) {
    app.declare("main", INT, INT).define("main", body);
  }

  private static List<String> started(SteppedRun run) {
    return run.trace().stream()
        .filter(entry -> entry.kind() == TraceEntry.Kind.STARTED)
        .map(TraceEntry::call)
        .toList();
  }

  @Test
  void independentCallsRunInAnyOrder() {
    main(
        b -> {
          var first = b.call("value", constant(1));
          var second = b.call("value", constant(2));
          b.answer(b.call("add", first, second));
        });
    Set<List<String>> orders = new HashSet<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      SteppedRun run = run(seed, 0);
      assertThat(run.value()).isEqualTo(3);
      orders.add(started(run));
    }
    assertThat(orders).hasSize(2);
  }

  @Test
  void stepsNeitherOvertakeNorAreOvertaken() {
    main(
        b -> {
          b.call("value", constant(1));
          b.call("write", constant(1));
          b.call("value", constant(2));
          b.call("value", constant(3));
          b.discard("value", constant(4));
          b.call("write", constant(2));
          b.answer(constant(7));
        });
    for (long seed = 0; seed < SEEDS; seed++) {
      List<String> order = started(run(seed, 0));
      assertThat(order).hasSize(6);
      assertThat(order.subList(0, 2)).containsExactly("value", "write");
      assertThat(order.subList(2, 4)).containsExactlyInAnyOrder("value#2", "value#3");
      assertThat(order.subList(4, 6)).containsExactly("value#4", "write#2");
    }
  }

  @Test
  void sourceOrderMakesEveryCallAStep() {
    app.declare("main", INT, INT)
        .define(
            "main",
            policy -> policy.setOrder(WorkflowPolicy.Order.SOURCE),
            b -> {
              b.call("value", constant(1));
              b.call("value", constant(2));
              b.call("value", constant(3));
              b.answer(constant(7));
            });
    for (long seed = 0; seed < SEEDS; seed++) {
      assertThat(started(run(seed, 0))).containsExactly("value", "value#2", "value#3");
    }
  }

  @Test
  void workflowThatHoldsAStepIsOne() {
    app.declare("inner", null, INT).define("inner", b -> b.call("write", b.parameter(0)));
    main(
        b -> {
          b.call("value", constant(1));
          b.run("inner", constant(2));
          b.call("value", constant(3));
          b.answer(constant(7));
        });
    for (long seed = 0; seed < SEEDS; seed++) {
      assertThat(started(run(seed, 0))).containsExactly("value", "inner/write", "value#2");
    }
  }

  @Test
  void leastFailedPositionIsTold() {
    main(
        b -> {
          b.call("odd", constant(2));
          b.call("odd", constant(3));
          b.call("odd", constant(5));
          b.answer(b.call("odd", constant(7)));
        });
    for (long seed = 0; seed < SEEDS; seed++) {
      SteppedRun run = run(seed, 0);
      assertThat(run.cause()).hasMessage("odd: 3");
      assertThat(run.node()).isEqualTo("odd#2");
    }
  }

  @Test
  void expressionsFailInTheirPlace() {
    main(
        b -> {
          var slow = b.call("value", constant(1));
          b.call("odd", slow);
          b.compute(Binary.Operator.DIVIDE, constant(1), constant(0));
          b.answer(slow);
        });
    for (long seed = 0; seed < SEEDS; seed++) {
      assertThat(run(seed, 0).cause()).hasMessage("odd: 1");
    }
  }

  @Test
  void leastElementOfAMapIsToldHoweverItIsNested() {
    app.declare("main", list(list(INT)), list(INT))
        .define(
            "main",
            b ->
                b.answer(
                    b.map(
                        "outer",
                        b.parameter(0),
                        List.of(b.parameter(0)),
                        list(list(INT)),
                        outer ->
                            outer.answer(
                                outer.map(
                                    "inner",
                                    outer.parameter(1),
                                    List.of(outer.parameter(0)),
                                    list(INT),
                                    inner ->
                                        inner.answer(
                                            inner.call(
                                                "odd",
                                                inner.compute(
                                                    Binary.Operator.MULTIPLY,
                                                    inner.parameter(0),
                                                    inner.parameter(1)))))))));
    for (long seed = 0; seed < SEEDS; seed++) {
      SteppedRun run = run(seed, List.of(2, 4, 3, 5, 7));
      assertThat(run.cause()).hasMessage("odd: 9");
      assertThat(run.elements()).containsExactly(2, 2);
      assertThat(run.node()).isEqualTo("outer/inner/odd");
      assertThat(run(seed, List.of(2, 4)).value())
          .isEqualTo(List.of(List.of(4, 8), List.of(8, 16)));
    }
  }

  @Test
  void stepsOfAnElementKeepTheirOrder() {
    app.declare("main", list(INT), list(INT))
        .define(
            "main",
            b ->
                b.answer(
                    b.map(
                        "each",
                        b.parameter(0),
                        List.of(),
                        list(INT),
                        e -> {
                          var first = e.call("value", e.parameter(0));
                          var second = e.call("value", e.parameter(0));
                          e.call("write", e.parameter(0));
                          e.answer(e.call("add", first, second));
                        })));
    for (long seed = 0; seed < SEEDS; seed++) {
      SteppedRun run = run(seed, List.of(1, 2, 3));
      assertThat(run.value()).isEqualTo(List.of(2, 4, 6));
      for (int i = 0; i < 3; i++) {
        String element = "[" + i + "]";
        List<String> order = started(run).stream().filter(call -> call.endsWith(element)).toList();
        assertThat(order.subList(2, 4))
            .containsExactly("each/write" + element, "each/add" + element);
      }
    }
  }

  @Test
  void resultsOfABranchAreHandedOnBeforeItEnds() {
    main(
        b -> {
          var chosen =
              b.branch(
                  constant(true),
                  List.of(b.parameter(0)),
                  INT,
                  arm -> {
                    var result = arm.call("value", arm.parameter(0));
                    arm.call("value", result);
                    arm.answer(result);
                  },
                  arm -> arm.answer(constant(0)));
          b.answer(b.call("add", chosen, constant(1)));
        });
    Set<Integer> places = new TreeSet<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      SteppedRun run = run(seed, 5);
      assertThat(run.value()).isEqualTo(6);
      places.add(started(run).indexOf("add"));
    }
    assertThat(places).containsExactly(1, 2);
  }

  @Test
  void finishRunningGoesOnWithWhatDoesNotDepend() {
    app.declare("main", INT, INT)
        .define(
            "main",
            policy -> policy.setOnFailure(WorkflowPolicy.OnFailure.FINISH_RUNNING),
            b -> {
              var failing = b.call("odd", constant(1));
              b.call("value", failing);
              b.call("value", constant(2));
              b.call("write", constant(3));
              b.answer(b.call("value", constant(4)));
            });
    for (long seed = 0; seed < SEEDS; seed++) {
      SteppedRun run = run(seed, 0);
      assertThat(run.cause()).hasMessage("odd: 1");
      assertThat(started(run)).containsExactlyInAnyOrder("odd", "value#2");
    }
  }

  @Test
  void failFastTellsSomeFailure() {
    app.declare("main", list(INT), list(INT))
        .define(
            "main",
            policy -> policy.setOnFailure(WorkflowPolicy.OnFailure.FAIL_FAST),
            b -> {
              b.map(
                  "first",
                  b.parameter(0),
                  List.of(),
                  list(INT),
                  e -> e.answer(e.call("odd", e.parameter(0))));
              b.answer(
                  b.map(
                      "second",
                      b.parameter(0),
                      List.of(),
                      list(INT),
                      e -> {
                        e.call("odd", e.parameter(0));
                        e.answer(e.call("value", e.parameter(0)));
                      }));
            });
    Set<String> causes = new TreeSet<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      SteppedRun run = run(seed, List.of(2, 3, 5, 7));
      causes.add(run.node() + ":" + run.cause().getMessage());
    }
    assertThat(causes).hasSizeGreaterThan(2);
  }

  @Test
  void stepsRunOnceWhateverTheSeed() {
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
                        e -> e.answer(e.call("value", e.parameter(0))))));
    List<Integer> items = IntStream.range(0, 40).boxed().toList();
    for (long seed = 0; seed < SEEDS; seed++) {
      SteppedRun run = run(seed, items);
      assertThat(run.value()).isEqualTo(items);
      assertThat(started(run)).doesNotHaveDuplicates().hasSize(40);
    }
  }

  @Test
  @Timeout(20)
  void limitFarAboveTheElementsEndsAllTheSame() {
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
                        constant(Integer.MAX_VALUE),
                        MapNode.Collect.LIST,
                        e -> e.answer(e.call("value", e.parameter(0))))));
    for (long seed = 0; seed < SEEDS; seed++) {
      assertThat(run(seed, List.of(1, 2, 3)).value()).isEqualTo(List.of(1, 2, 3));
    }
  }
}
