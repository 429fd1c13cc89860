package dev.jacquard.processor.emit;

import dev.jacquard.processor.model.GraphBlock;
import dev.jacquard.processor.model.Node;
import dev.jacquard.processor.model.NodeKind;
import dev.jacquard.processor.model.NodeKind.Branch;
import dev.jacquard.processor.model.NodeKind.Evaluate;
import dev.jacquard.processor.model.NodeKind.MapNode;
import dev.jacquard.processor.model.NodeKind.Pool;
import dev.jacquard.processor.model.NodeKind.Release;
import dev.jacquard.processor.model.NodeKind.SubWorkflow;
import dev.jacquard.processor.model.NodeKind.TaskCall;
import dev.jacquard.processor.model.SourceSpan;
import dev.jacquard.processor.model.ValueType;
import dev.jacquard.spec.v1.Block;
import dev.jacquard.spec.v1.Type;
import java.util.List;

/** Emits blocks and their nodes; tasks and workflows are named by their places in the spec. */
final class GraphEmitter {

  private final TypeEmitter types;
  private final ExpressionEmitter expressions;
  private final List<String> tasks;
  private final List<String> workflows;

  /** Knows the ids of tasks and workflows in the order of the spec. */
  GraphEmitter(
      TypeEmitter types,
      ExpressionEmitter expressions,
      List<String> tasks,
      List<String> workflows) {
    this.types = types;
    this.expressions = expressions;
    this.tasks = tasks;
    this.workflows = workflows;
  }

  Block emit(GraphBlock block) {
    return Block.newBuilder()
        .addAllParameters(emitTypes(block.parameters()))
        .addAllParameterNames(block.parameterNames())
        .addAllNodes(block.nodes().stream().map(this::emit).toList())
        .addAllResults(expressions.emitOperands(block.results()))
        .build();
  }

  private List<Type> emitTypes(List<ValueType> valueTypes) {
    return valueTypes.stream().map(types::emit).toList();
  }

  private dev.jacquard.spec.v1.Node emit(Node node) {
    dev.jacquard.spec.v1.Node.Builder emitted =
        dev.jacquard.spec.v1.Node.newBuilder()
            .setId(node.id())
            .setSpan(emit(node.span()))
            .addAllOutputs(emitTypes(node.outputs()));
    NodeKind kind = node.kind();
    if (kind instanceof TaskCall call) {
      emitted.setTaskCall(emit(call));
    } else if (kind instanceof SubWorkflow call) {
      emitted.setSubWorkflow(
          dev.jacquard.spec.v1.SubWorkflow.newBuilder()
              .setWorkflow(indexIn(workflows, call.workflow()))
              .addAllArguments(expressions.emitOperands(call.arguments())));
    } else if (kind instanceof MapNode map) {
      emitted.setMap(emit(map));
    } else if (kind instanceof Branch branch) {
      emitted.setBranch(
          dev.jacquard.spec.v1.Branch.newBuilder()
              .setSelector(expressions.emit(branch.selector()))
              .addAllCaptures(expressions.emitOperands(branch.captures()))
              .addAllArms(branch.arms().stream().map(this::emit).toList()));
    } else if (kind instanceof Pool pool) {
      emitted.setPool(
          dev.jacquard.spec.v1.Pool.newBuilder()
              .setActor(types.indexOfActor(pool.actor()))
              .addAllArguments(expressions.emitOperands(pool.arguments())));
    } else if (kind instanceof Release release) {
      emitted.setRelease(
          dev.jacquard.spec.v1.Release.newBuilder().setPool(expressions.emit(release.pool())));
    } else if (kind instanceof Evaluate evaluate) {
      emitted.setEvaluate(
          dev.jacquard.spec.v1.Evaluate.newBuilder()
              .setExpression(expressions.emit(evaluate.expression())));
    } else {
      throw new IllegalArgumentException("no node of this version: " + kind);
    }
    return emitted.build();
  }

  private dev.jacquard.spec.v1.TaskCall emit(TaskCall call) {
    dev.jacquard.spec.v1.TaskCall.Builder emitted =
        dev.jacquard.spec.v1.TaskCall.newBuilder()
            .setTask(indexIn(tasks, call.task()))
            .addAllArguments(expressions.emitOperands(call.arguments()))
            .setDiscarded(call.discarded());
    call.receiver().ifPresent(receiver -> emitted.setReceiver(expressions.emit(receiver)));
    return emitted.build();
  }

  private dev.jacquard.spec.v1.MapNode emit(MapNode map) {
    dev.jacquard.spec.v1.MapNode.Builder emitted =
        dev.jacquard.spec.v1.MapNode.newBuilder()
            .setCollect(dev.jacquard.spec.v1.MapNode.Collect.valueOf(map.collect().name()))
            .addAllItems(expressions.emitOperands(map.items()))
            .addAllCaptures(expressions.emitOperands(map.captures()))
            .setBody(emit(map.body()));
    map.concurrency().ifPresent(limit -> emitted.setConcurrency(expressions.emit(limit)));
    map.displayName().ifPresent(name -> emitted.setDisplayName(expressions.emit(name)));
    return emitted.build();
  }

  private static dev.jacquard.spec.v1.SourceSpan emit(SourceSpan span) {
    return dev.jacquard.spec.v1.SourceSpan.newBuilder()
        .setStartLine(span.startLine())
        .setStartColumn(span.startColumn())
        .setEndLine(span.endLine())
        .setEndColumn(span.endColumn())
        .build();
  }

  private static int indexIn(List<String> ids, String id) {
    int index = ids.indexOf(id);
    if (index < 0) {
      throw new IllegalArgumentException("no interface of " + id);
    }
    return index;
  }
}
