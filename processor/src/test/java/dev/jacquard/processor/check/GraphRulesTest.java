package dev.jacquard.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.processor.model.Expression;
import dev.jacquard.processor.model.Expression.Read;
import dev.jacquard.processor.model.Expression.Unary;
import dev.jacquard.processor.model.Expression.UnaryOperator;
import dev.jacquard.processor.model.GraphBlock;
import dev.jacquard.processor.model.Literal;
import dev.jacquard.processor.model.Literal.NullLiteral;
import dev.jacquard.processor.model.Literal.ScalarLiteral;
import dev.jacquard.processor.model.Node;
import dev.jacquard.processor.model.NodeKind;
import dev.jacquard.processor.model.NodeKind.Branch;
import dev.jacquard.processor.model.NodeKind.Collect;
import dev.jacquard.processor.model.NodeKind.Evaluate;
import dev.jacquard.processor.model.NodeKind.MapNode;
import dev.jacquard.processor.model.Operand;
import dev.jacquard.processor.model.Operand.ConstantOperand;
import dev.jacquard.processor.model.Operand.ValueOperand;
import dev.jacquard.processor.model.SourceSpan;
import dev.jacquard.processor.model.ValueType;
import dev.jacquard.processor.model.ValueType.Primitive;
import dev.jacquard.processor.model.ValueType.PrimitiveType;
import dev.jacquard.processor.model.WorkflowGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GraphRulesTest {

  private static final ValueType INT = new PrimitiveType(Primitive.INT);
  private static final GraphBlock EMPTY = block();

  @Test
  void concurrencyBelowOneIsReportedAtItsMap() {
    assertThat(problems(block(map("flags", constant(0), null))))
        .containsExactly(
            "flags: [BadOption] Option 'concurrency' must be 1 or more; found 0. Leave it out to use all that the"
                + " backend has.");
  }

  @Test
  void concurrencyOfOneAndOneThatTheWorkflowComputesAreFine() {
    assertThat(problems(block(map("a", constant(1), null), map("b", new ValueOperand(0), null))))
        .isEmpty();
  }

  @Test
  void rulesReachIntoMapsAndBranches() {
    Node wrong = map("inner", constant(-1), null);
    Node around =
        node(
            "outer",
            new MapNode(
                Collect.LIST,
                List.of(),
                List.of(),
                block(node("if", new Branch(constant(1), List.of(), List.of(EMPTY, block(wrong))))),
                Optional.empty(),
                Optional.empty()));
    assertThat(problems(block(around))).singleElement().asString().startsWith("inner: [BadOption]");
  }

  @Test
  void nameThatIsBlankOrAPathOrNullIsReported() {
    Operand nothing = new ConstantOperand(INT, new NullLiteral());
    assertThat(
            problems(block(map(" ", null, null), map("a/b", null, null), map("c", null, nothing))))
        .hasSize(3)
        .allMatch(
            problem -> problem.contains("[BadOption] Option 'name' must be a text without '/'"));
  }

  @Test
  void nameThatIsComputedIsFine() {
    assertThat(problems(block(map("a b", null, new ValueOperand(0))))).isEmpty();
  }

  @Test
  void blocksNestTwoHundredDeepAndNoDeeper() {
    assertThat(problems(nested(200))).isEmpty();
    assertThat(problems(nested(260)))
        .singleElement()
        .asString()
        .contains("[TooDeeplyNested]")
        .contains("found 201");
  }

  @Test
  void expressionsNestTwoHundredDeepAndNoDeeper() {
    assertThat(problems(block(negated(199)))).isEmpty();
    assertThat(problems(block(negated(1000)))).singleElement().asString().contains("found 1001");
  }

  private static GraphBlock nested(int depth) {
    GraphBlock block = block(negated(0));
    for (int i = 1; i < depth; i++) {
      block = block(node("if", new Branch(constant(1), List.of(), List.of(block, EMPTY))));
    }
    return block;
  }

  private static Node negated(int times) {
    Expression expression = new Read(constant(1));
    for (int i = 0; i < times; i++) {
      expression = new Unary(UnaryOperator.NEGATE, Primitive.INT, expression);
    }
    return node("negate", new Evaluate(expression));
  }

  private static Node map(String id, Operand concurrency, Operand name) {
    return node(
        id,
        new MapNode(
            Collect.LIST,
            List.of(),
            List.of(),
            EMPTY,
            Optional.ofNullable(concurrency),
            Optional.ofNullable(name)));
  }

  private static Node node(String id, NodeKind kind) {
    return new Node(id, new SourceSpan(1, 1, 1, 1), List.of(), kind);
  }

  private static Operand constant(int value) {
    Literal literal = new ScalarLiteral(value);
    return new ConstantOperand(INT, literal);
  }

  private static GraphBlock block(Node... nodes) {
    return new GraphBlock(List.of(), List.of(), List.of(nodes), List.of());
  }

  private static List<String> problems(GraphBlock body) {
    List<String> problems = new ArrayList<>();
    GraphRules.check(
        new WorkflowGraph(body, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>()),
        (node, problem, words) -> problems.add(node.id() + ": " + problem.message(words)));
    return problems;
  }
}
