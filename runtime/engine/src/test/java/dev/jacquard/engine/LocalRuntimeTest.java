package dev.jacquard.engine;

import static dev.jacquard.engine.support.TestBlock.constant;
import static dev.jacquard.engine.support.Types.BOOLEAN;
import static dev.jacquard.engine.support.Types.INT;
import static dev.jacquard.engine.support.Types.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacquard.ExecutionFailedException;
import dev.jacquard.engine.support.TestApp;
import dev.jacquard.spec.v1.Binary;
import dev.jacquard.spec.v1.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LocalRuntimeTest {

  private final TestApp app =
      new TestApp()
          .task("inc", INT, List.of(INT), args -> (int) args[0] + 1)
          .task("twice", INT, List.of(INT), args -> (int) args[0] * 2)
          .task("even", BOOLEAN, List.of(INT), args -> (int) args[0] % 2 == 0)
          .task(
              "upTo",
              list(INT),
              List.of(INT),
              args -> IntStream.range(0, (int) args[0]).boxed().toList())
          .task("sum", INT, List.of(list(INT)), args -> sum(args[0]))
          .task("odd", INT, List.of(INT), args -> failOnOdd((int) args[0]));

  private final WorkflowRuntime runtime = WorkflowRuntime.local();

  @AfterEach
  void close() {
    runtime.close();
  }

  private static int sum(Object numbers) {
    return ((List<?>) numbers).stream().mapToInt(number -> (int) number).sum();
  }

  private static int failOnOdd(int number) {
    if (number % 2 == 1) {
      throw new IllegalStateException("odd: " + number);
    }
    return number;
  }

  private Object run(String workflow, Object... arguments) throws InterruptedException {
    return runtime.start(app, app.id(workflow), List.of(arguments)).await();
  }

  @Test
  void callsFeedEachOther() throws Exception {
    app.declare("main", INT, INT)
        .define("main", b -> b.answer(b.call("twice", b.call("inc", b.parameter(0)))));
    assertThat(run("main", 20)).isEqualTo(42);
  }

  @Test
  void bodyMayAnswerSomethingElseThanItsOnlyCall() throws Exception {
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
                        e -> {
                          e.call("inc", e.parameter(0));
                          e.answer(e.parameter(0));
                        })));
    assertThat(run("main", List.of(1, 2, 3))).isEqualTo(List.of(1, 2, 3));
  }

  @Test
  void onlyTheTakenArmRuns() throws Exception {
    app.declare("main", INT, INT)
        .define(
            "main",
            b -> {
              var big = b.compute(Binary.Operator.GREATER, b.parameter(0), constant(10));
              b.answer(
                  b.branch(
                      big,
                      List.of(b.parameter(0)),
                      INT,
                      arm -> arm.answer(arm.call("inc", arm.parameter(0))),
                      arm -> arm.answer(arm.call("odd", constant(1)))));
            });
    assertThat(run("main", 11)).isEqualTo(12);
    assertThatThrownBy(() -> run("main", 1)).isInstanceOf(ExecutionFailedException.class);
  }

  @Test
  @Timeout(20)
  void armHandsOnWhatComesAfterItHasBegun() throws Exception {
    app.declare("main", INT, INT)
        .define(
            "main",
            b -> {
              var slow = b.call("inc", b.parameter(0));
              b.answer(
                  b.branch(
                      constant(true),
                      List.of(slow),
                      INT,
                      arm -> arm.answer(arm.parameter(0)),
                      arm -> arm.answer(constant(0))));
            });
    assertThat(run("main", 11)).isEqualTo(12);
  }

  @Test
  void mapsFilterAndFlatten() throws Exception {
    app.declare("main", list(INT), list(INT))
        .define(
            "main",
            b -> {
              var kept =
                  b.map(
                      "kept",
                      b.parameter(0),
                      List.of(),
                      list(INT),
                      null,
                      MapNode.Collect.FILTER,
                      e -> e.answer(e.call("even", e.parameter(0))));
              var flat =
                  b.map(
                      "flat",
                      kept,
                      List.of(),
                      list(INT),
                      null,
                      MapNode.Collect.FLAT,
                      e -> e.answer(e.call("upTo", e.parameter(0))));
              b.answer(
                  b.map(
                      "plus",
                      flat,
                      List.of(),
                      list(INT),
                      e -> e.answer(e.call("inc", e.parameter(0)))));
            });
    assertThat(run("main", List.of(1, 2, 3, 4))).isEqualTo(List.of(1, 2, 1, 2, 3, 4));
  }

  @Test
  void workflowsCallThemselves() throws Exception {
    app.declare("down", INT, INT)
        .define(
            "down",
            b ->
                b.answer(
                    b.branch(
                        b.compute(Binary.Operator.GREATER, b.parameter(0), constant(0)),
                        List.of(b.parameter(0)),
                        INT,
                        arm ->
                            arm.answer(
                                arm.call(
                                    "inc",
                                    arm.run(
                                        "down",
                                        arm.compute(
                                            Binary.Operator.SUBTRACT,
                                            arm.parameter(0),
                                            constant(1))))),
                        arm -> arm.answer(constant(0)))));
    assertThat(run("down", 20_000)).isEqualTo(20_000);
  }

  @Test
  void mapOfAMillionIsOrdinary() throws Exception {
    app.declare("main", INT, INT)
        .define(
            "main",
            b -> {
              var items = b.call("upTo", b.parameter(0));
              var mapped =
                  b.map(
                      "mapped",
                      items,
                      List.of(),
                      list(INT),
                      e -> e.answer(e.call("inc", e.parameter(0))));
              b.answer(b.call("sum", mapped));
            });
    int expected = IntStream.rangeClosed(1, 1_000_000).sum();
    for (int i = 0; i < 5; i++) {
      assertThat(run("main", 1_000_000)).isEqualTo(expected);
    }
  }

  @Test
  void failingElementStopsTheMapAndIsNamed() {
    List<Integer> items = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      items.add(i >= 617 ? 2 * i + 1 : 2 * i);
    }
    app.declare("main", list(INT), list(INT))
        .define(
            "main",
            b ->
                b.answer(
                    b.map(
                        "checked",
                        b.parameter(0),
                        List.of(),
                        list(INT),
                        e -> e.answer(e.call("odd", e.parameter(0))))));
    assertThatThrownBy(() -> run("main", items))
        .isInstanceOfSatisfying(
            ExecutionFailedException.class,
            failed -> {
              assertThat(failed.node()).isEqualTo("checked/odd");
              assertThat(failed.elementIndex()).hasValue(617);
              assertThat(failed.attempt()).isEqualTo(1);
              assertThat(failed.getCause()).hasMessage("odd: 1235");
              assertThat(failed.getCause().getStackTrace()[0].getMethodName())
                  .isEqualTo("failOnOdd");
            });
  }

  @Test
  void chainOfManyCallsNeedsNoStack() throws Exception {
    app.declare("main", INT, INT)
        .define(
            "main",
            b -> {
              var value = b.parameter(0);
              for (int i = 0; i < 100_000; i++) {
                value = b.call("inc", value);
              }
              b.answer(value);
            });
    for (int i = 0; i < 3; i++) {
      assertThat(run("main", 0)).isEqualTo(100_000);
    }
  }
}
