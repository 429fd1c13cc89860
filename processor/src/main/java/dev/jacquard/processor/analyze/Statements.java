package dev.jacquard.processor.analyze;

import com.sun.source.tree.StatementTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a body is still to be read, across the ends of nested braces. Immutable. */
record Statements(List<? extends StatementTree> list, int from, @Nullable Statements outer) {

  static Statements of(List<? extends StatementTree> list) {
    return new Statements(list, 0, null);
  }

  /** These after a nested list. */
  Statements after(List<? extends StatementTree> nested) {
    return new Statements(nested, 0, this);
  }

  boolean isEmpty() {
    return from == list.size() && (outer == null || outer.isEmpty());
  }

  /** The next one; there must be one. */
  StatementTree first() {
    return from == list.size() && outer != null ? outer.first() : list.get(from);
  }

  /** All but the next one. */
  Statements rest() {
    return from == list.size() && outer != null
        ? outer.rest()
        : new Statements(list, from + 1, outer);
  }
}
