package dev.jacquard.cli.graph;

import dev.jacquard.spec.v1.Expression;
import dev.jacquard.spec.v1.Raise;
import java.util.List;
import java.util.stream.Stream;

/** The parts of expressions. */
final class Expressions {

  private Expressions() {}

  /** Returns what an expression is made of, from left to right. */
  static List<Expression> parts(Expression expression) {
    return switch (expression.getKindCase()) {
      case UNARY -> List.of(expression.getUnary().getOperand());
      case BINARY -> List.of(expression.getBinary().getLeft(), expression.getBinary().getRight());
      case CONDITIONAL ->
          List.of(
              expression.getConditional().getCondition(),
              expression.getConditional().getThen(),
              expression.getConditional().getOtherwise());
      case CONVERT -> List.of(expression.getConvert().getOperand());
      case UNBOX -> List.of(expression.getUnbox());
      case CONCAT -> expression.getConcat().getPartsList();
      case CONSTRUCT -> expression.getConstruct().getComponentsList();
      case COMPONENT -> List.of(expression.getComponent().getRecord());
      case INVOKE -> expression.getInvoke().getArgumentsList();
      case ARRAY -> expression.getArray().getElementsList();
      case CHECKED_CAST -> List.of(expression.getCheckedCast().getOperand());
      case INSTANCE_OF -> List.of(expression.getInstanceOf().getOperand());
      case RAISE -> raised(expression.getRaise());
      case ELEMENT ->
          List.of(expression.getElement().getArray(), expression.getElement().getIndex());
      case ARRAY_LENGTH -> List.of(expression.getArrayLength());
      case OPERAND, KIND_NOT_SET -> List.of();
    };
  }

  private static List<Expression> raised(Raise raise) {
    return Stream.of(
            raise.hasMessage() ? raise.getMessage() : null,
            raise.hasCause() ? raise.getCause() : null,
            raise.hasAgain() ? raise.getAgain() : null)
        .filter(part -> part != null)
        .toList();
  }
}
