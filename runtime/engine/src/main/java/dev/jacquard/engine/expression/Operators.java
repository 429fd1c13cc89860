package dev.jacquard.engine.expression;

import dev.jacquard.spec.v1.Binary;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntBinaryOperator;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Java's binary operators on primitives after promotion; null where the operator has no such form.
 */
final class Operators {

  interface OnFloats {
    float apply(float a, float b);
  }

  interface OnBooleans {
    boolean apply(boolean a, boolean b);
  }

  interface CompareInts {
    boolean test(int a, int b);
  }

  interface CompareLongs {
    boolean test(long a, long b);
  }

  interface CompareFloats {
    boolean test(float a, float b);
  }

  interface CompareDoubles {
    boolean test(double a, double b);
  }

  private Operators() {}

  static @Nullable IntBinaryOperator onInts(Binary.Operator operator) {
    return switch (operator) {
      case ADD -> (a, b) -> a + b;
      case SUBTRACT -> (a, b) -> a - b;
      case MULTIPLY -> (a, b) -> a * b;
      case DIVIDE -> (a, b) -> a / b;
      case REMAINDER -> (a, b) -> a % b;
      case SHIFT_LEFT -> (a, b) -> a << b;
      case SHIFT_RIGHT -> (a, b) -> a >> b;
      case SHIFT_RIGHT_UNSIGNED -> (a, b) -> a >>> b;
      case AND -> (a, b) -> a & b;
      case OR -> (a, b) -> a | b;
      case XOR -> (a, b) -> a ^ b;
      default -> null;
    };
  }

  /** A shift takes the low bits of its right side, of whichever type that is. */
  static @Nullable LongBinaryOperator onLongs(Binary.Operator operator) {
    return switch (operator) {
      case ADD -> (a, b) -> a + b;
      case SUBTRACT -> (a, b) -> a - b;
      case MULTIPLY -> (a, b) -> a * b;
      case DIVIDE -> (a, b) -> a / b;
      case REMAINDER -> (a, b) -> a % b;
      case AND -> (a, b) -> a & b;
      case OR -> (a, b) -> a | b;
      case XOR -> (a, b) -> a ^ b;
      case SHIFT_LEFT -> (a, b) -> a << b;
      case SHIFT_RIGHT -> (a, b) -> a >> b;
      case SHIFT_RIGHT_UNSIGNED -> (a, b) -> a >>> b;
      default -> null;
    };
  }

  static @Nullable OnFloats onFloats(Binary.Operator operator) {
    return switch (operator) {
      case ADD -> (a, b) -> a + b;
      case SUBTRACT -> (a, b) -> a - b;
      case MULTIPLY -> (a, b) -> a * b;
      case DIVIDE -> (a, b) -> a / b;
      case REMAINDER -> (a, b) -> a % b;
      default -> null;
    };
  }

  static @Nullable DoubleBinaryOperator onDoubles(Binary.Operator operator) {
    return switch (operator) {
      case ADD -> (a, b) -> a + b;
      case SUBTRACT -> (a, b) -> a - b;
      case MULTIPLY -> (a, b) -> a * b;
      case DIVIDE -> (a, b) -> a / b;
      case REMAINDER -> (a, b) -> a % b;
      default -> null;
    };
  }

  static @Nullable OnBooleans onBooleans(Binary.Operator operator) {
    return switch (operator) {
      case AND -> (a, b) -> a && b;
      case OR -> (a, b) -> a || b;
      case XOR, NOT_EQUAL -> (a, b) -> a ^ b;
      case EQUAL -> (a, b) -> a == b;
      default -> null;
    };
  }

  static @Nullable CompareInts compareInts(Binary.Operator operator) {
    return switch (operator) {
      case EQUAL -> (a, b) -> a == b;
      case NOT_EQUAL -> (a, b) -> a != b;
      case LESS -> (a, b) -> a < b;
      case LESS_OR_EQUAL -> (a, b) -> a <= b;
      case GREATER -> (a, b) -> a > b;
      case GREATER_OR_EQUAL -> (a, b) -> a >= b;
      default -> null;
    };
  }

  static @Nullable CompareLongs compareLongs(Binary.Operator operator) {
    return switch (operator) {
      case EQUAL -> (a, b) -> a == b;
      case NOT_EQUAL -> (a, b) -> a != b;
      case LESS -> (a, b) -> a < b;
      case LESS_OR_EQUAL -> (a, b) -> a <= b;
      case GREATER -> (a, b) -> a > b;
      case GREATER_OR_EQUAL -> (a, b) -> a >= b;
      default -> null;
    };
  }

  static @Nullable CompareFloats compareFloats(Binary.Operator operator) {
    return switch (operator) {
      case EQUAL -> (a, b) -> a == b;
      case NOT_EQUAL -> (a, b) -> a != b;
      case LESS -> (a, b) -> a < b;
      case LESS_OR_EQUAL -> (a, b) -> a <= b;
      case GREATER -> (a, b) -> a > b;
      case GREATER_OR_EQUAL -> (a, b) -> a >= b;
      default -> null;
    };
  }

  static @Nullable CompareDoubles compareDoubles(Binary.Operator operator) {
    return switch (operator) {
      case EQUAL -> (a, b) -> a == b;
      case NOT_EQUAL -> (a, b) -> a != b;
      case LESS -> (a, b) -> a < b;
      case LESS_OR_EQUAL -> (a, b) -> a <= b;
      case GREATER -> (a, b) -> a > b;
      case GREATER_OR_EQUAL -> (a, b) -> a >= b;
      default -> null;
    };
  }

  static boolean isShift(Binary.Operator operator) {
    return switch (operator) {
      case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> true;
      default -> false;
    };
  }
}
