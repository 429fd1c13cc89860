package dev.jacquard.processor.analyze;

import com.sun.source.tree.Tree;
import dev.jacquard.processor.model.Expression.BinaryOperator;
import dev.jacquard.processor.model.ValueType.Primitive;

/** What Java's infix operators are called in the graph, and the types that they work on. */
final class BinaryOperators {

  private BinaryOperators() {}

  /** The operator of an infix operation, or of a compound assignment. */
  static BinaryOperator of(Tree.Kind kind) {
    return switch (kind) {
      case PLUS, PLUS_ASSIGNMENT -> BinaryOperator.ADD;
      case MINUS, MINUS_ASSIGNMENT -> BinaryOperator.SUBTRACT;
      case MULTIPLY, MULTIPLY_ASSIGNMENT -> BinaryOperator.MULTIPLY;
      case DIVIDE, DIVIDE_ASSIGNMENT -> BinaryOperator.DIVIDE;
      case REMAINDER, REMAINDER_ASSIGNMENT -> BinaryOperator.REMAINDER;
      case LEFT_SHIFT, LEFT_SHIFT_ASSIGNMENT -> BinaryOperator.SHIFT_LEFT;
      case RIGHT_SHIFT, RIGHT_SHIFT_ASSIGNMENT -> BinaryOperator.SHIFT_RIGHT;
      case UNSIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT_ASSIGNMENT ->
          BinaryOperator.SHIFT_RIGHT_UNSIGNED;
      case AND, AND_ASSIGNMENT -> BinaryOperator.AND;
      case OR, OR_ASSIGNMENT -> BinaryOperator.OR;
      case XOR, XOR_ASSIGNMENT -> BinaryOperator.XOR;
      case EQUAL_TO -> BinaryOperator.EQUAL;
      case NOT_EQUAL_TO -> BinaryOperator.NOT_EQUAL;
      case LESS_THAN -> BinaryOperator.LESS;
      case LESS_THAN_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
      case GREATER_THAN -> BinaryOperator.GREATER;
      case GREATER_THAN_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
      default -> throw new InvalidJava();
    };
  }

  static boolean isShift(BinaryOperator operator) {
    return switch (operator) {
      case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> true;
      default -> false;
    };
  }

  static boolean isComparison(BinaryOperator operator) {
    return operator.compareTo(BinaryOperator.EQUAL) >= 0;
  }

  /** The type of the left side after promotion; but for a shift, of both sides. */
  static Primitive promoted(BinaryOperator operator, Primitive left, Primitive right) {
    if (isShift(operator)) {
      return promoted(left);
    }
    return left == Primitive.BOOLEAN ? left : wider(promoted(left), promoted(right));
  }

  /** Unary numeric promotion, JLS 5.6. */
  static Primitive promoted(Primitive type) {
    return switch (type) {
      case BYTE, SHORT, CHAR -> Primitive.INT;
      default -> type;
    };
  }

  // INT, LONG, FLOAT and DOUBLE are declared in this order.
  private static Primitive wider(Primitive left, Primitive right) {
    return left.compareTo(right) >= 0 ? left : right;
  }
}
