package dev.jacquard.cli.graph;

import dev.jacquard.spec.v1.Binary;
import dev.jacquard.spec.v1.Expression;
import dev.jacquard.spec.v1.Node;
import java.util.Locale;

/**
 * Tells names that somebody gave to an expression from those that the compiler gives by what it
 * does.
 */
final class ExpressionNames {

  private ExpressionNames() {}

  /** Whether an expression's node is called after a variable. */
  static boolean isVariable(Node node) {
    String id = node.getId();
    int ordinal = id.indexOf('#');
    String name = ordinal < 0 ? id : id.substring(0, ordinal);
    return !name.equals(usual(node.getEvaluate().getExpression()))
        && Character.isJavaIdentifierStart(name.codePointAt(0));
  }

  /** Whether a node only boxes, unboxes or casts one value, and no variable is called after it. */
  static boolean isConversion(Node node) {
    return node.hasEvaluate()
        && !isVariable(node)
        && isConversion(node.getEvaluate().getExpression());
  }

  private static boolean isConversion(Expression expression) {
    return switch (expression.getKindCase()) {
      case OPERAND -> expression.getOperand().hasValue();
      case UNBOX -> isConversion(expression.getUnbox());
      case CONVERT -> isConversion(expression.getConvert().getOperand());
      default -> false;
    };
  }

  private static String usual(Expression expression) {
    return switch (expression.getKindCase()) {
      case BINARY -> binary(expression.getBinary());
      case UNARY -> camelCase(expression.getUnary().getOperator());
      case INVOKE -> invoked(expression.getInvoke().getFunction());
      case OPERAND, RAISE, KIND_NOT_SET -> "value";
      case CONVERT, CHECKED_CAST -> "cast";
      case ARRAY_LENGTH -> "length";
      default -> expression.getKindCase().name().toLowerCase(Locale.ROOT);
    };
  }

  private static String binary(Binary binary) {
    return camelCase(binary.getOperator());
  }

  private static String invoked(String function) {
    String path = function.substring(0, function.indexOf('('));
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static String camelCase(Enum<?> operator) {
    StringBuilder name = new StringBuilder();
    for (String word : operator.name().toLowerCase(Locale.ROOT).split("_", -1)) {
      name.append(
          name.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return name.toString();
  }
}
