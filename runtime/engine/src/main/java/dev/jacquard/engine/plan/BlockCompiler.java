package dev.jacquard.engine.plan;

import dev.jacquard.engine.code.Doctor;
import dev.jacquard.engine.expression.ExpressionCompiler;
import dev.jacquard.engine.value.TypeTable;
import dev.jacquard.engine.value.ValueEncoding;
import dev.jacquard.spec.v1.Block;
import dev.jacquard.spec.v1.MapNode;
import dev.jacquard.spec.v1.Node;
import dev.jacquard.spec.v1.Operand;
import dev.jacquard.spec.v1.TaskCall;
import dev.jacquard.spec.v1.WorkflowSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Turns the blocks of one workflow into their plans. */
final class BlockCompiler {

  private final WorkflowSpec spec;
  private final TypeTable types;
  private final Callables callables;
  private final ValueEncoding encoding;
  private final StepFinder steps;
  private final ChainNumbers chains;

  BlockCompiler(WorkflowSpec spec, TypeTable types, Callables callables, StepFinder steps) {
    this.spec = spec;
    this.types = types;
    this.encoding = ValueEncoding.of(types);
    this.callables = callables;
    this.steps = steps;
    this.chains = new ChainNumbers(spec, types);
  }

  /** The chains of the blocks that were compiled. */
  List<Chain> chains() {
    return chains.all();
  }

  /**
   * What the nodes refer to by index.
   *
   * @param tasks the spec's tasks
   * @param actors its actors
   * @param workflows the workflows that it calls
   */
  record Callables(List<TaskPlan> tasks, List<ActorPlan> actors, List<WorkflowPlan> workflows) {}

  BlockPlan block(Block block) {
    return block(block, 0);
  }

  /** Compiles a block whose first parameters are the elements of as many lists. */
  private BlockPlan block(Block block, int elements) {
    List<NodePlan> nodes = new ArrayList<>(block.getNodesCount());
    int slot = block.getParametersCount();
    for (Node node : block.getNodesList()) {
      int outputs = node.getOutputsCount();
      nodes.add(
          node(node, new NodeHead(nodes.size(), node.getId(), slot, outputs, steps.isStep(node))));
      slot += outputs;
    }
    List<Input> results = inputs(block.getResultsList());
    RowLayout layout = new RowLayout(elements, block.getParametersCount(), slot);
    Chain chain = chains.number(ChainFinder.find(layout, nodes, results), block);
    return new BlockPlan(block.getParametersCount(), slot, nodes, results, chain);
  }

  private NodePlan node(Node node, NodeHead head) {
    return switch (node.getKindCase()) {
      case TASK_CALL -> taskCall(node.getTaskCall(), head);
      case EVALUATE -> evaluate(node, head);
      case BRANCH ->
          new BranchPlan(
              head,
              input(node.getBranch().getSelector()),
              inputs(node.getBranch().getCapturesList()),
              node.getBranch().getArmsList().stream().map(this::block).toList());
      case MAP -> map(node.getMap(), head);
      case SUB_WORKFLOW ->
          new SubWorkflowPlan(
              head,
              callables.workflows().get(node.getSubWorkflow().getWorkflow()),
              inputs(node.getSubWorkflow().getArgumentsList()));
      case POOL ->
          new PoolPlan(
              head,
              callables.actors().get(node.getPool().getActor()),
              inputs(node.getPool().getArgumentsList()));
      case RELEASE -> new ReleasePlan(head, input(node.getRelease().getPool()));
      case REDUCE, LOOP, GUARD, PARALLEL, SLEEP ->
          throw notYet(head, node.getKindCase().name().toLowerCase(Locale.ROOT));
      case KIND_NOT_SET -> throw unknown(head);
    };
  }

  private NodePlan taskCall(TaskCall call, NodeHead head) {
    TaskPlan task = callables.tasks().get(call.getTask());
    return new TaskCallPlan(
        head,
        task,
        inputs(call.getArgumentsList()),
        call.hasReceiver() ? input(call.getReceiver()) : null,
        chains.number(ChainFinder.single(head, task, call.hasReceiver()), task));
  }

  private NodePlan evaluate(Node node, NodeHead head) {
    var expression = node.getEvaluate().getExpression();
    if (ExpressionSlots.raises(expression)) {
      throw notYet(head, "raise");
    }
    List<Input> reads = ExpressionSlots.of(expression).stream().map(Input::ofSlot).toList();
    return new EvaluatePlan(head, ExpressionCompiler.compile(expression, types), reads);
  }

  private NodePlan map(MapNode map, NodeHead head) {
    MapPlan.Collect collect =
        switch (map.getCollect()) {
          case LIST -> MapPlan.Collect.LIST;
          case FILTER -> MapPlan.Collect.FILTER;
          case FLAT -> MapPlan.Collect.FLAT;
          case OUTCOMES -> throw notYet(head, "map that collects outcomes");
          default -> throw unknown(head);
        };
    return new MapPlan(
        head,
        collect,
        inputs(map.getItemsList()),
        inputs(map.getCapturesList()),
        block(map.getBody(), map.getItemsCount()),
        new MapPlan.Options(
            map.hasConcurrency() ? input(map.getConcurrency()) : null,
            map.hasDisplayName() ? input(map.getDisplayName()) : null));
  }

  private List<Input> inputs(List<Operand> operands) {
    return IntStream.range(0, operands.size()).mapToObj(i -> input(operands.get(i))).toList();
  }

  private Input input(Operand operand) {
    if (operand.getKindCase() == Operand.KindCase.VALUE) {
      return Input.ofSlot(operand.getValue());
    }
    return Input.ofConstant(
        encoding.decode(operand.getConstant().getType(), operand.getConstant().getValue()));
  }

  private PlanException notYet(NodeHead head, String kind) {
    return unknown(head, "a " + kind + ", which this engine does not run");
  }

  private PlanException unknown(NodeHead head) {
    return unknown(head, "of a kind that this engine does not know");
  }

  private PlanException unknown(NodeHead head, String what) {
    String workflow = spec.getInterface().getId();
    return new PlanException(
        Doctor.ofAnotherVersion(
            spec, "Node " + head.id() + " of workflow " + workflow + " is " + what + "."));
  }
}
