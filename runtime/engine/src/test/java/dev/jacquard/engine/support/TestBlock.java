package dev.jacquard.engine.support;

import dev.jacquard.spec.v1.Binary;
import dev.jacquard.spec.v1.Block;
import dev.jacquard.spec.v1.Branch;
import dev.jacquard.spec.v1.Constant;
import dev.jacquard.spec.v1.Evaluate;
import dev.jacquard.spec.v1.Expression;
import dev.jacquard.spec.v1.MapNode;
import dev.jacquard.spec.v1.Node;
import dev.jacquard.spec.v1.Operand;
import dev.jacquard.spec.v1.Pool;
import dev.jacquard.spec.v1.Primitive;
import dev.jacquard.spec.v1.Release;
import dev.jacquard.spec.v1.SubWorkflow;
import dev.jacquard.spec.v1.TaskCall;
import dev.jacquard.spec.v1.Type;
import dev.jacquard.spec.v1.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A block under construction. Operands are values of this block, or constants. */
public final class TestBlock {

  private final TestApp app;
  private final Block.Builder block = Block.newBuilder();
  private final Map<String, Integer> ids = new HashMap<>();
  private int values;

  TestBlock(TestApp app, List<Type> parameters) {
    this.app = app;
    block.addAllParameters(parameters);
    values = parameters.size();
  }

  /** The value of a parameter. */
  public Operand parameter(int index) {
    return Operand.newBuilder().setValue(index).build();
  }

  public static Operand constant(int number) {
    return constant(Types.INT, Value.newBuilder().setInteger(number));
  }

  public static Operand constant(boolean truth) {
    return constant(Types.BOOLEAN, Value.newBuilder().setBoolean(truth));
  }

  public static Operand constant(String text) {
    return constant(Types.TEXT, Value.newBuilder().setText(text));
  }

  private static Operand constant(Type type, Value.Builder value) {
    return Operand.newBuilder()
        .setConstant(Constant.newBuilder().setType(type).setValue(value))
        .build();
  }

  /** Calls a task; the value, if it has one, else null. */
  public Operand call(String task, Operand... arguments) {
    TaskCall.Builder call =
        TaskCall.newBuilder().setTask(app.task(task)).addAllArguments(List.of(arguments));
    return add(task, app.taskResult(task), Node.newBuilder().setTaskCall(call));
  }

  /** Makes an actor; the pool. */
  public Operand pool(String actor, Operand... arguments) {
    Pool.Builder pool =
        Pool.newBuilder().setActor(app.actor(actor)).addAllArguments(List.of(arguments));
    Type type = Type.newBuilder().setPool(app.actor(actor)).build();
    return add(actor, Optional.of(type), Node.newBuilder().setPool(pool));
  }

  /** Lets go of a pool. */
  public void release(Operand pool) {
    add(
        "release",
        Optional.empty(),
        Node.newBuilder().setRelease(Release.newBuilder().setPool(pool)));
  }

  /** Calls a task of an actor; the value, if it has one, else null. */
  public Operand callOn(Operand pool, String task, Operand... arguments) {
    TaskCall.Builder call =
        TaskCall.newBuilder()
            .setTask(app.task(task))
            .setReceiver(pool)
            .addAllArguments(List.of(arguments));
    return add(task, app.taskResult(task), Node.newBuilder().setTaskCall(call));
  }

  /** Calls a task and throws its result away. */
  public void discard(String task, Operand... arguments) {
    TaskCall.Builder call =
        TaskCall.newBuilder()
            .setTask(app.task(task))
            .addAllArguments(List.of(arguments))
            .setDiscarded(true);
    add(task, app.taskResult(task), Node.newBuilder().setTaskCall(call));
  }

  /** Calls a workflow. */
  public Operand run(String workflow, Operand... arguments) {
    SubWorkflow.Builder call =
        SubWorkflow.newBuilder()
            .setWorkflow(app.workflow(workflow))
            .addAllArguments(List.of(arguments));
    return add(workflow, app.workflowResult(workflow), Node.newBuilder().setSubWorkflow(call));
  }

  /** Computes with two ints. */
  public Operand compute(Binary.Operator operator, Operand left, Operand right) {
    boolean comparison = operator.getNumber() >= Binary.Operator.EQUAL_VALUE;
    Expression expression =
        Expression.newBuilder()
            .setBinary(
                Binary.newBuilder()
                    .setOperator(operator)
                    .setType(Primitive.INT)
                    .setLeft(Expression.newBuilder().setOperand(left))
                    .setRight(Expression.newBuilder().setOperand(right)))
            .build();
    return add(
        operator.name(),
        Optional.of(comparison ? Types.BOOLEAN : Types.INT),
        Node.newBuilder().setEvaluate(Evaluate.newBuilder().setExpression(expression)));
  }

  /** Unboxes an int. */
  public Operand unbox(Operand box) {
    Expression expression =
        Expression.newBuilder().setUnbox(Expression.newBuilder().setOperand(box)).build();
    return add(
        "unbox",
        Optional.of(Types.INT),
        Node.newBuilder().setEvaluate(Evaluate.newBuilder().setExpression(expression)));
  }

  /**
   * Runs one of two arms, which answer one value of a type; the captures are the arms' parameters.
   */
  public Operand branch(
      Operand selector,
      List<Operand> captures,
      Type result,
      Consumer<TestBlock> then,
      Consumer<TestBlock> otherwise) {
    Branch.Builder branch = Branch.newBuilder().setSelector(selector).addAllCaptures(captures);
    branch.addArms(nested(captures.size(), then)).addArms(nested(captures.size(), otherwise));
    return add("if", Optional.ofNullable(result), Node.newBuilder().setBranch(branch));
  }

  /** Maps over a list; the body's parameters are the element, then the captures. */
  public Operand map(
      String id, Operand items, List<Operand> captures, Type result, Consumer<TestBlock> body) {
    return map(id, items, captures, result, null, MapNode.Collect.LIST, body);
  }

  /** Maps over a list, with all options; no concurrency is null. */
  public Operand map(
      String id,
      Operand items,
      List<Operand> captures,
      Type result,
      Operand concurrency,
      MapNode.Collect collect,
      Consumer<TestBlock> body) {
    MapNode.Builder map =
        MapNode.newBuilder()
            .setCollect(collect)
            .addItems(items)
            .addAllCaptures(captures)
            .setBody(nested(1 + captures.size(), body));
    if (concurrency != null) {
      map.setConcurrency(concurrency);
    }
    return add(id, Optional.of(result), Node.newBuilder().setMap(map));
  }

  private Block nested(int parameters, Consumer<TestBlock> body) {
    List<Type> types = new ArrayList<>();
    for (int i = 0; i < parameters; i++) {
      types.add(Types.INT);
    }
    TestBlock nested = new TestBlock(app, types);
    body.accept(nested);
    return nested.build();
  }

  /** Says what the block answers. */
  public void answer(Operand... results) {
    block.addAllResults(List.of(results));
  }

  private Operand add(String id, Optional<Type> output, Node.Builder node) {
    int count = ids.merge(id, 1, Integer::sum);
    String unique = count == 1 ? id : id + "#" + count;
    node.setId(unique);
    output.ifPresent(node::addOutputs);
    block.addNodes(node);
    return output.isPresent() ? parameter(values++) : null;
  }

  Block build() {
    return block.build();
  }
}
