package dev.jacquard.engine.plan;

import static dev.jacquard.engine.support.TestBlock.constant;
import static dev.jacquard.engine.support.Types.INT;
import static dev.jacquard.engine.support.Types.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacquard.engine.support.TestApp;
import dev.jacquard.engine.support.TestBlock;
import dev.jacquard.spec.v1.Block;
import dev.jacquard.spec.v1.Loop;
import dev.jacquard.spec.v1.Node;
import dev.jacquard.spec.v1.Sleep;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PlannerTest {

  private final TestApp app =
      new TestApp()
          .task("value", INT, List.of(INT), args -> args[0])
          .task("write", null, List.of(INT), args -> null)
          .task("add", INT, List.of(INT, INT), args -> args[0]);

  private WorkflowPlan plan(String workflow) {
    return Planner.plan(app, app.id(workflow));
  }

  private BlockPlan body(Consumer<TestBlock> element) {
    app.declare("main", list(INT), list(INT))
        .define("main", b -> b.answer(b.map("all", b.parameter(0), List.of(), list(INT), element)));
    return ((MapPlan) plan("main").body().nodes().get(0)).body();
  }

  @Test
  void callsThatWaitForEachOtherAreAChain() {
    Chain chain = body(e -> e.answer(e.call("value", e.call("value", e.parameter(0))))).chain();
    assertThat(chain).isNotNull();
    assertThat(chain.stages()).hasSize(2);
    assertThat(chain.entry()).containsExactly(0);
  }

  @Test
  void independentCallsAreNoChainButStepsAre() {
    assertThat(
            body(e ->
                    e.answer(
                        e.call(
                            "add",
                            e.call("value", e.parameter(0)),
                            e.call("value", e.parameter(0)))))
                .chain())
        .isNull();
    assertThat(
            body(e -> {
                  e.call("write", e.parameter(0));
                  e.answer(e.call("value", e.parameter(0)));
                })
                .chain())
        .isNotNull();
  }

  @Test
  void stepsAreFoundThroughWorkflowsThatCallEachOther() {
    app.declare("ping", null, INT).declare("pong", null, INT).declare("calm", INT, INT);
    app.define("ping", b -> b.run("pong", b.parameter(0)));
    app.define(
        "pong",
        b -> {
          b.run("ping", b.parameter(0));
          b.call("write", b.parameter(0));
        });
    app.define("calm", b -> b.answer(b.call("value", b.parameter(0))));
    app.declare("main", INT, INT);
    app.define(
        "main",
        b -> {
          b.run("ping", constant(1));
          b.answer(b.run("calm", constant(1)));
        });
    List<NodePlan> nodes = plan("main").body().nodes();
    assertThat(nodes.get(0).step()).isTrue();
    assertThat(nodes.get(1).step()).isFalse();
  }

  @Test
  void kindsOfLaterEnginesAreNamed() {
    app.declare("main", INT, INT).define("main", b -> b.answer(constant(1)));
    addNode(Node.newBuilder().setId("again").setLoop(Loop.getDefaultInstance()).build());
    assertThatThrownBy(() -> plan("main"))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("again")
        .hasMessageContaining("loop");
    addNode(Node.newBuilder().setId("pause").setSleep(Sleep.getDefaultInstance()).build());
    assertThatThrownBy(() -> plan("main"))
        .hasMessageContaining("pause")
        .hasMessageContaining("sleep");
  }

  @Test
  void unknownKindsAndContractsNameBothVersions() {
    app.declare("main", INT, INT).define("main", b -> b.answer(constant(1)));
    addNode(Node.newBuilder().setId("odd").build());
    assertThatThrownBy(() -> plan("main"))
        .hasMessageContaining("contracts up to 1")
        .hasMessageContaining("processor test");
    app.rewrite("main", spec -> spec.setContract(2));
    assertThatThrownBy(() -> plan("main"))
        .hasMessageContaining("contracts up to 1")
        .hasMessageContaining("contract 2");
  }

  @Test
  void missingSpecsAreExplained() {
    app.declare("other", INT, INT).declare("main", INT, INT);
    app.define("main", b -> b.answer(b.run("other", b.parameter(0))));
    assertThatThrownBy(() -> plan("main"))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining(app.id("other"));
  }

  private void addNode(Node node) {
    app.rewrite(
        "main", spec -> spec.setBody(Block.newBuilder(spec.getBody()).clearNodes().addNodes(node)));
  }
}
