package dev.jacquard.processor.analyze;

import com.sun.source.tree.StatementTree;
import com.sun.source.tree.TryTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a body is still to be read, across the ends of nested braces. Immutable.
 *
 * @param closing the {@code try} whose resources are let go of where the list ends
 */
record Statements(
    List<? extends StatementTree> list,
    int from,
    @Nullable TryTree closing,
    @Nullable Statements outer) {

  static Statements of(List<? extends StatementTree> list) {
    return new Statements(list, 0, null, null);
  }

  /** These after a nested list. */
  Statements after(List<? extends StatementTree> nested) {
    return new Statements(nested, 0, null, this);
  }

  /** These after the statements of a {@code try} and its end. */
  Statements after(TryTree tree) {
    return new Statements(tree.getBlock().getStatements(), 0, tree, this);
  }

  /** Whether nothing is left, not even the end of a {@code try}. */
  boolean isEmpty() {
    return from == list.size() && closing == null && (outer == null || outer.isEmpty());
  }

  /** The {@code try} that ends here, before the next statement; null where none does. */
  @Nullable TryTree ending() {
    if (from < list.size() || closing != null) {
      return from < list.size() ? null : closing;
    }
    return outer == null ? null : outer.ending();
  }

  /** What is left after the {@code try} that ends here. */
  Statements left() {
    if (outer == null) {
      return of(List.of());
    }
    return closing == null ? outer.left() : outer;
  }

  /** The next one; there must be one, and no {@code try} that ends before it. */
  StatementTree first() {
    return from == list.size() && outer != null ? outer.first() : list.get(from);
  }

  /** All but the next one. */
  Statements rest() {
    return from == list.size() && outer != null
        ? outer.rest()
        : new Statements(list, from + 1, closing, outer);
  }
}
