package dev.jacquard.engine.expression;

import dev.jacquard.engine.value.TypeTable;
import dev.jacquard.engine.value.ValueEncoding;
import dev.jacquard.spec.v1.Binary;
import dev.jacquard.spec.v1.Concat;
import dev.jacquard.spec.v1.Conditional;
import dev.jacquard.spec.v1.Constant;
import dev.jacquard.spec.v1.Convert;
import dev.jacquard.spec.v1.Expression;
import dev.jacquard.spec.v1.Invoke;
import dev.jacquard.spec.v1.Operand;
import dev.jacquard.spec.v1.Primitive;
import dev.jacquard.spec.v1.Scalar;
import dev.jacquard.spec.v1.Type;
import dev.jacquard.spec.v1.Unary;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Expressions as the processor writes them, for tests. */
final class Expressions {

  static final TypeTable NO_TYPES = TypeTable.of(List.of(), Expressions.class.getClassLoader());

  private Expressions() {}

  static Expression slot(int number) {
    return Expression.newBuilder().setOperand(Operand.newBuilder().setValue(number)).build();
  }

  static Expression constant(Object value) {
    Type.Builder type = Type.newBuilder();
    if (value instanceof Boolean) {
      type.setPrimitive(Primitive.BOOLEAN);
    } else if (value instanceof Character) {
      type.setPrimitive(Primitive.CHAR);
    } else if (value instanceof Byte) {
      type.setPrimitive(Primitive.BYTE);
    } else if (value instanceof Short) {
      type.setPrimitive(Primitive.SHORT);
    } else if (value instanceof Integer) {
      type.setPrimitive(Primitive.INT);
    } else if (value instanceof Long) {
      type.setPrimitive(Primitive.LONG);
    } else if (value instanceof Float) {
      type.setPrimitive(Primitive.FLOAT);
    } else if (value instanceof Double) {
      type.setPrimitive(Primitive.DOUBLE);
    } else if (value instanceof BigInteger) {
      type.setScalar(Scalar.BIG_INTEGER);
    } else {
      type.setScalar(Scalar.STRING);
    }
    return constant(type.build(), value, NO_TYPES);
  }

  static Expression constant(Type type, Object value, TypeTable types) {
    Constant.Builder constant =
        Constant.newBuilder().setType(type).setValue(ValueEncoding.of(types).encode(type, value));
    return Expression.newBuilder().setOperand(Operand.newBuilder().setConstant(constant)).build();
  }

  static Expression binary(
      Binary.Operator operator, Primitive type, Expression left, Expression right) {
    return Expression.newBuilder()
        .setBinary(
            Binary.newBuilder().setOperator(operator).setType(type).setLeft(left).setRight(right))
        .build();
  }

  static Expression unary(Unary.Operator operator, Primitive type, Expression operand) {
    return Expression.newBuilder()
        .setUnary(Unary.newBuilder().setOperator(operator).setType(type).setOperand(operand))
        .build();
  }

  static Expression convert(Primitive from, Primitive to, Expression operand) {
    return Expression.newBuilder()
        .setConvert(Convert.newBuilder().setFrom(from).setTo(to).setOperand(operand))
        .build();
  }

  static Expression conditional(Expression condition, Expression then, Expression otherwise) {
    return Expression.newBuilder()
        .setConditional(
            Conditional.newBuilder().setCondition(condition).setThen(then).setOtherwise(otherwise))
        .build();
  }

  static Expression concat(Expression... parts) {
    return Expression.newBuilder()
        .setConcat(Concat.newBuilder().addAllParts(List.of(parts)))
        .build();
  }

  static Expression invoke(String function, Expression... arguments) {
    return Expression.newBuilder()
        .setInvoke(Invoke.newBuilder().setFunction(function).addAllArguments(List.of(arguments)))
        .build();
  }

  static Object evaluate(Expression expression, Object... slots) throws Throwable {
    return evaluate(expression, NO_TYPES, slots == null ? new Object[] {null} : slots);
  }

  static Object evaluate(Expression expression, TypeTable types, Object... slots) throws Throwable {
    return ExpressionCompiler.compile(expression, types).evaluate(slots, Fuel.standard());
  }

  /**
   * Compiles and evaluates in a thread with the smallest stack that Jacquard promises to do with.
   */
  static Object onSmallStack(Expression expression, Object... slots) throws InterruptedException {
    AtomicReference<Object> result = new AtomicReference<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                result.set(evaluate(expression, slots));
              } catch (Throwable e) {
                result.set(e);
              }
            },
            "small",
            512 << 10);
    thread.start();
    thread.join();
    return result.get();
  }
}
