package dev.jacquard.engine.value;

import org.jspecify.annotations.Nullable;

/** Java objects to JSON. */
final class JsonWriteWalk extends Walk<Object, Json> {

  @Override
  Object visit(Shape shape, @Nullable Object source) {
    Shape actual = Fit.check(shape, source);
    if (source == null) {
      return new Json.Null();
    }
    if (actual instanceof Leaf leaf) {
      return leaf.toJson(source);
    }
    Composite composite = (Composite) actual;
    return new Parts<>(composite, composite.takeApart(source));
  }

  @Override
  Object finish(Composite shape, @Nullable Object[] parts, int depth) {
    return shape.toJson(listOf(parts));
  }
}
