package dev.jacquard.processor.analyze;

import dev.jacquard.processor.model.Expression;
import dev.jacquard.processor.model.Expression.ArrayElement;
import dev.jacquard.processor.model.Expression.ArrayLength;
import dev.jacquard.processor.model.Expression.Binary;
import dev.jacquard.processor.model.Expression.CheckedCast;
import dev.jacquard.processor.model.Expression.Concat;
import dev.jacquard.processor.model.Expression.Conditional;
import dev.jacquard.processor.model.Expression.Construct;
import dev.jacquard.processor.model.Expression.Convert;
import dev.jacquard.processor.model.Expression.Invoke;
import dev.jacquard.processor.model.Expression.NewArray;
import dev.jacquard.processor.model.Expression.Read;
import dev.jacquard.processor.model.Expression.ReadComponent;
import dev.jacquard.processor.model.Expression.Same;
import dev.jacquard.processor.model.Expression.Unary;
import dev.jacquard.processor.model.Expression.Unbox;
import dev.jacquard.processor.model.NodeKind;
import dev.jacquard.processor.model.NodeKind.Branch;
import dev.jacquard.processor.model.NodeKind.Evaluate;
import dev.jacquard.processor.model.NodeKind.MapNode;
import dev.jacquard.processor.model.NodeKind.Pool;
import dev.jacquard.processor.model.NodeKind.Release;
import dev.jacquard.processor.model.NodeKind.SubWorkflow;
import dev.jacquard.processor.model.NodeKind.TaskCall;
import dev.jacquard.processor.model.Operand;
import dev.jacquard.processor.model.Operand.ValueOperand;
import java.util.List;
import java.util.function.IntFunction;

/** Replaces the values that an expression or a node reads; nested blocks number their own. */
final class Substitution {

  private final IntFunction<Operand> values;

  /** Creates a substitution of each value by what the function answers for its number. */
  Substitution(IntFunction<Operand> values) {
    this.values = values;
  }

  Operand apply(Operand operand) {
    return operand instanceof ValueOperand value ? values.apply(value.index()) : operand;
  }

  List<Operand> operands(List<Operand> operands) {
    return operands.stream().map(this::apply).toList();
  }

  NodeKind apply(NodeKind kind) {
    if (kind instanceof TaskCall call) {
      return new TaskCall(
          call.task(),
          call.receiver().map(this::apply),
          operands(call.arguments()),
          call.discarded());
    }
    if (kind instanceof SubWorkflow call) {
      return new SubWorkflow(call.workflow(), operands(call.arguments()));
    }
    if (kind instanceof MapNode map) {
      return new MapNode(
          map.collect(),
          operands(map.items()),
          operands(map.captures()),
          map.body(),
          map.concurrency().map(this::apply),
          map.displayName().map(this::apply));
    }
    if (kind instanceof Branch branch) {
      return new Branch(apply(branch.selector()), operands(branch.captures()), branch.arms());
    }
    if (kind instanceof Pool pool) {
      return new Pool(pool.actor(), operands(pool.arguments()));
    }
    if (kind instanceof Release release) {
      return new Release(apply(release.pool()));
    }
    return new Evaluate(apply(((Evaluate) kind).expression()));
  }

  Expression apply(Expression expression) {
    if (expression instanceof Read read) {
      return new Read(apply(read.operand()));
    }
    if (expression instanceof Binary it) {
      return new Binary(it.operator(), it.type(), apply(it.left()), apply(it.right()));
    }
    if (expression instanceof Same it) {
      return new Same(it.negated(), apply(it.left()), apply(it.right()));
    }
    if (expression instanceof Conditional it) {
      return new Conditional(apply(it.condition()), apply(it.then()), apply(it.otherwise()));
    }
    if (expression instanceof ArrayElement it) {
      return new ArrayElement(apply(it.array()), apply(it.index()));
    }
    return many(expression);
  }

  private Expression many(Expression expression) {
    if (expression instanceof Concat it) {
      return new Concat(all(it.parts()));
    }
    if (expression instanceof Construct it) {
      return new Construct(it.record(), all(it.components()));
    }
    if (expression instanceof Invoke it) {
      return new Invoke(it.function(), all(it.arguments()));
    }
    if (expression instanceof NewArray it) {
      return new NewArray(it.type(), all(it.elements()));
    }
    return one(expression);
  }

  private Expression one(Expression expression) {
    if (expression instanceof Unary it) {
      return new Unary(it.operator(), it.type(), apply(it.operand()));
    }
    if (expression instanceof Convert it) {
      return new Convert(it.from(), it.to(), apply(it.operand()));
    }
    if (expression instanceof Unbox it) {
      return new Unbox(apply(it.operand()));
    }
    if (expression instanceof ReadComponent it) {
      return new ReadComponent(it.record(), it.index(), apply(it.value()));
    }
    if (expression instanceof CheckedCast it) {
      return new CheckedCast(it.type(), apply(it.operand()));
    }
    return new ArrayLength(apply(((ArrayLength) expression).array()));
  }

  private List<Expression> all(List<Expression> expressions) {
    return expressions.stream().map(this::apply).toList();
  }
}
