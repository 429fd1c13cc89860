package dev.jacquard.engine.value;

import org.jspecify.annotations.Nullable;

/** JSON to Java objects. */
final class JsonReadWalk extends Walk<Json, Object> {

  @Override
  @Nullable Object visit(Shape shape, @Nullable Json source) {
    Json json = source == null ? new Json.Null() : source;
    if (json instanceof Json.Null && !(shape instanceof OptionalShape)) {
      if (shape instanceof Leaf leaf && leaf.refusesNull()) {
        throw ValueException.expected(shape.name(), "null");
      }
      return null;
    }
    Shape actual = shape instanceof Choice choice ? choice.of(json) : shape;
    if (actual instanceof Leaf leaf) {
      return leaf.fromJson(json);
    }
    Composite composite = (Composite) actual;
    return new Parts<>(composite, composite.takeApart(json));
  }

  @Override
  Object finish(Composite shape, @Nullable Object[] parts, int depth) {
    return shape.putTogether(parts);
  }
}
