package dev.jacquard.engine.plan;

import dev.jacquard.spec.v1.Expression;
import dev.jacquard.spec.v1.Operand;
import dev.jacquard.spec.v1.Raise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What stands within an expression. Form by form: asking protobuf for all fields would be shorter,
 * but has it read its descriptors, a fifth of a second in a process that starts.
 */
final class ExpressionSlots {

  private ExpressionSlots() {}

  /** Returns the slots that an expression mentions. */
  static SortedSet<Integer> of(Expression expression) {
    SortedSet<Integer> slots = new TreeSet<>();
    for (Expression part : parts(expression)) {
      if (part.getOperand().getKindCase() == Operand.KindCase.VALUE) {
        slots.add(part.getOperand().getValue());
      }
    }
    return slots;
  }

  /** Returns whether an expression throws by itself. */
  static boolean raises(Expression expression) {
    return parts(expression).stream().anyMatch(Expression::hasRaise);
  }

  private static Collection<Expression> parts(Expression root) {
    List<Expression> found = new ArrayList<>();
    Deque<Expression> open = new ArrayDeque<>();
    open.add(root);
    while (!open.isEmpty()) {
      Expression next = open.remove();
      found.add(next);
      open.addAll(children(next));
    }
    return found;
  }

  /** One that is absent comes as an expression of no kind. */
  private static List<Expression> children(Expression of) {
    return switch (of.getKindCase()) {
      case OPERAND, KIND_NOT_SET -> List.of();
      case UNARY -> List.of(of.getUnary().getOperand());
      case BINARY -> List.of(of.getBinary().getLeft(), of.getBinary().getRight());
      case CONDITIONAL ->
          List.of(
              of.getConditional().getCondition(),
              of.getConditional().getThen(),
              of.getConditional().getOtherwise());
      case CONVERT -> List.of(of.getConvert().getOperand());
      case UNBOX -> List.of(of.getUnbox());
      case CONCAT -> of.getConcat().getPartsList();
      case CONSTRUCT -> of.getConstruct().getComponentsList();
      case COMPONENT -> List.of(of.getComponent().getRecord());
      case INVOKE -> of.getInvoke().getArgumentsList();
      case ARRAY -> of.getArray().getElementsList();
      case CHECKED_CAST -> List.of(of.getCheckedCast().getOperand());
      case INSTANCE_OF -> List.of(of.getInstanceOf().getOperand());
      case RAISE -> children(of.getRaise());
      case ELEMENT -> List.of(of.getElement().getArray(), of.getElement().getIndex());
      case ARRAY_LENGTH -> List.of(of.getArrayLength());
    };
  }

  private static List<Expression> children(Raise of) {
    return List.of(of.getMessage(), of.getCause(), of.getAgain());
  }
}
