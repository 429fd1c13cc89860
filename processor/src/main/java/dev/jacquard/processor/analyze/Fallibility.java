package dev.jacquard.processor.analyze;

import dev.jacquard.processor.model.Expression;
import dev.jacquard.processor.model.Expression.ArrayElement;
import dev.jacquard.processor.model.Expression.ArrayLength;
import dev.jacquard.processor.model.Expression.Binary;
import dev.jacquard.processor.model.Expression.BinaryOperator;
import dev.jacquard.processor.model.Expression.CheckedCast;
import dev.jacquard.processor.model.Expression.Invoke;
import dev.jacquard.processor.model.Expression.Read;
import dev.jacquard.processor.model.Expression.ReadComponent;
import dev.jacquard.processor.model.Expression.Unbox;
import dev.jacquard.processor.model.Literal.ScalarLiteral;
import dev.jacquard.processor.model.Operand.ConstantOperand;
import dev.jacquard.processor.model.ValueType.Primitive;

/** Which computations may fail by themselves, whatever their parts do. */
final class Fallibility {

  private Fallibility() {}

  // Functions without arguments and receiver make what is empty.
  static boolean mayFail(Expression expression) {
    return expression instanceof Unbox
        || (expression instanceof Invoke call && !call.arguments().isEmpty())
        || expression instanceof ReadComponent
        || expression instanceof CheckedCast
        || expression instanceof ArrayElement
        || expression instanceof ArrayLength
        || (expression instanceof Binary binary && mayDivideByZero(binary));
  }

  private static boolean mayDivideByZero(Binary binary) {
    return (binary.operator() == BinaryOperator.DIVIDE
            || binary.operator() == BinaryOperator.REMAINDER)
        && (binary.type() == Primitive.INT || binary.type() == Primitive.LONG)
        && !isNonZero(binary.right());
  }

  private static boolean isNonZero(Expression divisor) {
    return divisor instanceof Read read
        && read.operand() instanceof ConstantOperand constant
        && constant.literal() instanceof ScalarLiteral literal
        && literal.value() instanceof Number number
        && number.longValue() != 0;
  }
}
