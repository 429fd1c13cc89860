package dev.jacquard.engine.value;

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
    return new Parts<>(composite, composite.takeApart(source));
  }

  @Override
  Object finish(Composite shape, @Nullable Object[] parts, int depth) {
    return true;
  }
}
