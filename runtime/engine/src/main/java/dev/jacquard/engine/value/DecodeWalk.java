package dev.jacquard.engine.value;

import dev.jacquard.spec.v1.Value;
import dev.jacquard.spec.v1.Value.KindCase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The contract's values to Java objects. */
final class DecodeWalk extends Walk<Value, Object> {

  private final List<Value> parts;

  private DecodeWalk(List<Value> parts) {
    this.parts = parts;
  }

  @Override
  @Nullable Object visit(Shape shape, @Nullable Value source) {
    Value value = source == null ? Value.getDefaultInstance() : whole(source);
    if (value.getKindCase() == KindCase.KIND_NOT_SET) {
      if (shape instanceof Leaf leaf && leaf.refusesNull()) {
        throw ValueException.expected(shape.name(), "null");
      }
      return null;
    }
    Shape actual = shape instanceof Choice choice ? choice.of(value) : shape;
    if (actual instanceof Leaf leaf) {
      return leaf.decode(value);
    }
    Composite composite = (Composite) actual;
    Object whole = composite.shortcut(value);
    return whole != null ? whole : new Parts<>(composite, composite.takeApart(value));
  }

  @Override
  Object finish(Composite shape, @Nullable Object[] parts, int depth) {
    return shape.putTogether(parts);
  }

  private Value whole(Value value) {
    if (value.getKindCase() != KindCase.PART) {
      return value;
    }
    int index = value.getPart();
    if (index < 0 || index >= parts.size()) {
      throw ValueException.of(
          "refers to part " + Integer.toUnsignedString(index) + " of a value of " + parts.size());
    }
    return parts.get(index);
  }

  static @Nullable Object decode(Shape shape, Value value, String root) {
    if (value.getKindCase() != KindCase.SPLIT || value.getSplit().getPartsCount() == 0) {
      return new DecodeWalk(List.of()).walk(shape, value, root);
    }
    List<Value> parts = value.getSplit().getPartsList();
    return new DecodeWalk(parts).walk(shape, parts.get(parts.size() - 1), root);
  }
}
