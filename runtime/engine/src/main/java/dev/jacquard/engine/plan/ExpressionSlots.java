package dev.jacquard.engine.plan;

import com.google.protobuf.Message;
import dev.jacquard.spec.v1.Operand;
import dev.jacquard.spec.v1.Raise;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.SortedSet;
import java.util.TreeSet;

/** What stands within an expression, found without knowing each of its forms. */
final class ExpressionSlots {

  private ExpressionSlots() {}

  /** Returns the slots that an expression mentions. */
  static SortedSet<Integer> of(Message expression) {
    SortedSet<Integer> slots = new TreeSet<>();
    for (Message part : parts(expression)) {
      if (part instanceof Operand operand && operand.getKindCase() == Operand.KindCase.VALUE) {
        slots.add(operand.getValue());
      }
    }
    return slots;
  }

  /** Returns whether an expression throws by itself. */
  static boolean raises(Message expression) {
    return parts(expression).stream().anyMatch(Raise.class::isInstance);
  }

  private static Collection<Message> parts(Message root) {
    Deque<Message> found = new ArrayDeque<>();
    Deque<Message> open = new ArrayDeque<>();
    open.add(root);
    while (!open.isEmpty()) {
      Message message = open.remove();
      found.add(message);
      for (Object field : message.getAllFields().values()) {
        if (field instanceof Message part) {
          open.add(part);
        } else if (field instanceof Collection<?> list) {
          list.stream()
              .filter(Message.class::isInstance)
              .map(Message.class::cast)
              .forEach(open::add);
        }
      }
    }
    return found;
  }
}
