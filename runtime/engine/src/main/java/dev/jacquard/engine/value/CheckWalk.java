package dev.jacquard.engine.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a Java object, with all its parts, is of its type. Makes nothing. */
final class CheckWalk extends Walk<Object, Boolean> {

  @Override
  @Nullable Object visit(Shape shape, @Nullable Object source) {
    Shape actual = Fit.check(shape, source);
    if (source == null || actual instanceof Leaf) {
      return true;
    }
    Composite composite = (Composite) actual;
    if (composite instanceof ListShape list
        && list.element() instanceof Leaf leaf
        && holds(leaf, (List<?>) source)) {
      return true;
    }
    return new Parts<>(composite, composite.takeApart(source));
  }

  /** In one go; a list that it does not hold is walked, so that the error has its path. */
  private static boolean holds(Leaf leaf, List<?> list) {
    for (Object element : list) {
      if (element == null ? leaf.refusesNull() : !leaf.holds(element)) {
        return false;
      }
    }
    return true;
  }

  @Override
  Object finish(Composite shape, @Nullable Object[] parts, int depth) {
    return true;
  }
}
