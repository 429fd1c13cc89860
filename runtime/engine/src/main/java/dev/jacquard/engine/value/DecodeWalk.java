package dev.jacquard.engine.value;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.jacquard.spec.v1.Value;
import dev.jacquard.spec.v1.Value.KindCase;
import org.jspecify.annotations.Nullable;

/** The contract's values to Java objects. */
final class DecodeWalk extends Walk<Value, Object> {

  @Override
  @Nullable Object visit(Shape shape, @Nullable Value source) {
    Value value = source == null ? Value.getDefaultInstance() : source;
    if (value.getKindCase() == KindCase.NESTED) {
      value = parse(value);
    }
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

  private static Value parse(Value value) {
    try {
      return Value.parseFrom(value.getNested());
    } catch (InvalidProtocolBufferException e) {
      throw ValueException.of("holds bytes that are no value", e);
    }
  }
}
