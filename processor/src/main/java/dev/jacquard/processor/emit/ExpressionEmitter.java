package dev.jacquard.processor.emit;

import dev.jacquard.processor.model.Expression;
import dev.jacquard.processor.model.Operand;
import dev.jacquard.spec.v1.ArrayAccess;
import dev.jacquard.spec.v1.ArrayLiteral;
import dev.jacquard.spec.v1.Binary;
import dev.jacquard.spec.v1.CheckedCast;
import dev.jacquard.spec.v1.Component;
import dev.jacquard.spec.v1.Concat;
import dev.jacquard.spec.v1.Conditional;
import dev.jacquard.spec.v1.Construct;
import dev.jacquard.spec.v1.Convert;
import dev.jacquard.spec.v1.Invoke;
import dev.jacquard.spec.v1.Unary;
import java.util.List;

/** Emits operands and expressions. */
final class ExpressionEmitter {

  private final TypeEmitter types;
  private final ValueEmitter values;

  ExpressionEmitter(TypeEmitter types, ValueEmitter values) {
    this.types = types;
    this.values = values;
  }

  dev.jacquard.spec.v1.Operand emit(Operand operand) {
    dev.jacquard.spec.v1.Operand.Builder emitted = dev.jacquard.spec.v1.Operand.newBuilder();
    if (operand instanceof Operand.ValueOperand value) {
      emitted.setValue(value.index());
    } else if (operand instanceof Operand.ConstantOperand constant) {
      emitted.setConstant(values.constant(constant.type(), constant.literal()));
    }
    return emitted.build();
  }

  List<dev.jacquard.spec.v1.Operand> emitOperands(List<Operand> operands) {
    return operands.stream().map(this::emit).toList();
  }

  dev.jacquard.spec.v1.Expression emit(Expression expression) {
    dev.jacquard.spec.v1.Expression.Builder emitted = dev.jacquard.spec.v1.Expression.newBuilder();
    if (expression instanceof Expression.Read read) {
      emitted.setOperand(emit(read.operand()));
    } else if (expression instanceof Expression.Concat concat) {
      emitted.setConcat(Concat.newBuilder().addAllParts(emitAll(concat.parts())));
    } else if (expression instanceof Expression.Conditional conditional) {
      emitted.setConditional(
          Conditional.newBuilder()
              .setCondition(emit(conditional.condition()))
              .setThen(emit(conditional.then()))
              .setOtherwise(emit(conditional.otherwise())));
    } else if (expression instanceof Expression.Invoke invoke) {
      emitted.setInvoke(
          Invoke.newBuilder()
              .setFunction(invoke.function())
              .addAllArguments(emitAll(invoke.arguments())));
    } else if (!emitOperator(expression, emitted)
        && !emitConversion(expression, emitted)
        && !emitParts(expression, emitted)) {
      throw new IllegalArgumentException("no expression of this version: " + expression);
    }
    return emitted.build();
  }

  private boolean emitOperator(
      Expression expression, dev.jacquard.spec.v1.Expression.Builder emitted) {
    if (expression instanceof Expression.Unary unary) {
      emitted.setUnary(
          Unary.newBuilder()
              .setOperator(Unary.Operator.valueOf(unary.operator().name()))
              .setType(types.emit(unary.type()))
              .setOperand(emit(unary.operand())));
    } else if (expression instanceof Expression.Binary binary) {
      emitted.setBinary(
          Binary.newBuilder()
              .setOperator(Binary.Operator.valueOf(binary.operator().name()))
              .setType(types.emit(binary.type()))
              .setLeft(emit(binary.left()))
              .setRight(emit(binary.right())));
    } else if (expression instanceof Expression.Same same) {
      emitted.setBinary(
          Binary.newBuilder()
              .setOperator(same.negated() ? Binary.Operator.NOT_SAME : Binary.Operator.SAME)
              .setLeft(emit(same.left()))
              .setRight(emit(same.right())));
    } else {
      return false;
    }
    return true;
  }

  private boolean emitConversion(
      Expression expression, dev.jacquard.spec.v1.Expression.Builder emitted) {
    if (expression instanceof Expression.Convert convert) {
      emitted.setConvert(
          Convert.newBuilder()
              .setFrom(types.emit(convert.from()))
              .setTo(types.emit(convert.to()))
              .setOperand(emit(convert.operand())));
    } else if (expression instanceof Expression.Unbox unbox) {
      emitted.setUnbox(emit(unbox.operand()));
    } else if (expression instanceof Expression.CheckedCast cast) {
      emitted.setCheckedCast(
          CheckedCast.newBuilder()
              .setType(types.emit(cast.type()))
              .setOperand(emit(cast.operand())));
    } else {
      return false;
    }
    return true;
  }

  private boolean emitParts(
      Expression expression, dev.jacquard.spec.v1.Expression.Builder emitted) {
    if (expression instanceof Expression.Construct construct) {
      emitted.setConstruct(
          Construct.newBuilder()
              .setType(types.indexOf(construct.record()))
              .addAllComponents(emitAll(construct.components())));
    } else if (expression instanceof Expression.ReadComponent component) {
      emitted.setComponent(
          Component.newBuilder()
              .setType(types.indexOf(component.record()))
              .setIndex(component.index())
              .setRecord(emit(component.value())));
    } else if (expression instanceof Expression.NewArray array) {
      emitted.setArray(
          ArrayLiteral.newBuilder()
              .setType(types.emit(array.type()))
              .addAllElements(emitAll(array.elements())));
    } else if (expression instanceof Expression.ArrayElement element) {
      emitted.setElement(
          ArrayAccess.newBuilder().setArray(emit(element.array())).setIndex(emit(element.index())));
    } else if (expression instanceof Expression.ArrayLength length) {
      emitted.setArrayLength(emit(length.array()));
    } else {
      return false;
    }
    return true;
  }

  private List<dev.jacquard.spec.v1.Expression> emitAll(List<Expression> expressions) {
    return expressions.stream().map(this::emit).toList();
  }
}
