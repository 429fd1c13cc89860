package dev.jacquard.processor.analyze;

import dev.jacquard.processor.model.Expression.BinaryOperator;
import dev.jacquard.processor.model.Expression.UnaryOperator;
import dev.jacquard.processor.model.ValueType.Primitive;
import org.jspecify.annotations.Nullable;

/** Computes operators over constants; null where they would fail. */
final class ConstantFolder {

  private ConstantFolder() {}

  static @Nullable Object fold(UnaryOperator operator, Primitive type, Object operand) {
    return switch (operator) {
      case NOT -> !(Boolean) operand;
      case COMPLEMENT ->
          type == Primitive.LONG ? (Object) ~((Number) operand).longValue() : ~(Integer) operand;
      case NEGATE ->
          switch (type) {
            case INT -> -(Integer) operand;
            case LONG -> -(Long) operand;
            case FLOAT -> -(Float) operand;
            case DOUBLE -> -(Double) operand;
            default -> null;
          };
    };
  }

  static @Nullable Object fold(BinaryOperator operator, Primitive type, Object left, Object right) {
    return switch (type) {
      case BOOLEAN -> booleans(operator, (Boolean) left, (Boolean) right);
      case INT -> ints(operator, (Integer) left, ((Number) right).longValue());
      case LONG -> longs(operator, (Long) left, ((Number) right).longValue());
      case FLOAT -> floats(operator, (Float) left, (Float) right);
      case DOUBLE -> doubles(operator, (Double) left, (Double) right);
      default -> null;
    };
  }

  private static @Nullable Object booleans(BinaryOperator operator, boolean left, boolean right) {
    return switch (operator) {
      case AND -> left && right;
      case OR -> left || right;
      case XOR, NOT_EQUAL -> left != right;
      case EQUAL -> left == right;
      default -> null;
    };
  }

  private static @Nullable Object ints(BinaryOperator operator, int left, long by) {
    int right = (int) by;
    return switch (operator) {
      case ADD -> left + right;
      case SUBTRACT -> left - right;
      case MULTIPLY -> left * right;
      case DIVIDE -> right == 0 ? null : (Object) (left / right);
      case REMAINDER -> right == 0 ? null : (Object) (left % right);
      case SHIFT_LEFT -> left << right;
      case SHIFT_RIGHT -> left >> right;
      case SHIFT_RIGHT_UNSIGNED -> left >>> right;
      case AND -> left & right;
      case OR -> left | right;
      case XOR -> left ^ right;
      default -> compared(operator, Integer.compare(left, right));
    };
  }

  private static @Nullable Object longs(BinaryOperator operator, long left, long right) {
    return switch (operator) {
      case ADD -> left + right;
      case SUBTRACT -> left - right;
      case MULTIPLY -> left * right;
      case DIVIDE -> right == 0 ? null : (Object) (left / right);
      case REMAINDER -> right == 0 ? null : (Object) (left % right);
      case SHIFT_LEFT -> left << right;
      case SHIFT_RIGHT -> left >> right;
      case SHIFT_RIGHT_UNSIGNED -> left >>> right;
      case AND -> left & right;
      case OR -> left | right;
      case XOR -> left ^ right;
      default -> compared(operator, Long.compare(left, right));
    };
  }

  private static @Nullable Object compared(BinaryOperator operator, int order) {
    return switch (operator) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
      default -> null;
    };
  }

  private static @Nullable Object floats(BinaryOperator operator, float left, float right) {
    return switch (operator) {
      case ADD -> left + right;
      case SUBTRACT -> left - right;
      case MULTIPLY -> left * right;
      case DIVIDE -> left / right;
      case REMAINDER -> left % right;
      default -> comparedDoubles(operator, left, right);
    };
  }

  private static @Nullable Object doubles(BinaryOperator operator, double left, double right) {
    return switch (operator) {
      case ADD -> left + right;
      case SUBTRACT -> left - right;
      case MULTIPLY -> left * right;
      case DIVIDE -> left / right;
      case REMAINDER -> left % right;
      default -> comparedDoubles(operator, left, right);
    };
  }

  // Not by Double.compare, which orders zeros and NaN.
  private static @Nullable Object comparedDoubles(
      BinaryOperator operator, double left, double right) {
    return switch (operator) {
      case EQUAL -> left == right;
      case NOT_EQUAL -> left != right;
      case LESS -> left < right;
      case LESS_OR_EQUAL -> left <= right;
      case GREATER -> left > right;
      case GREATER_OR_EQUAL -> left >= right;
      default -> null;
    };
  }
}
