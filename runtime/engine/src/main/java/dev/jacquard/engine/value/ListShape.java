package dev.jacquard.engine.value;

import dev.jacquard.spec.v1.Elements;
import dev.jacquard.spec.v1.Packed;
import dev.jacquard.spec.v1.Scalar;
import dev.jacquard.spec.v1.Value;
import dev.jacquard.spec.v1.Value.KindCase;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list; one of numbers, booleans or texts without null is packed. */
record ListShape(Shape element) implements Composite {

  private static final Shape TEXT = ScalarLeaf.of(Scalar.STRING);

  @Override
  public String name() {
    return "List<" + element.name() + ">";
  }

  @Override
  public Shape part(int index) {
    return element;
  }

  @Override
  public String step(int index) {
    return "[" + index + "]";
  }

  @Override
  public boolean holds(Object value) {
    return value instanceof List;
  }

  @Override
  public List<@Nullable Object> takeApart(Object value) {
    return Arrays.asList(((List<?>) value).toArray());
  }

  @Override
  public Object putTogether(@Nullable Object[] parts) {
    return Collections.unmodifiableList(Arrays.asList(parts));
  }

  @Override
  public List<Value> takeApart(Value encoded) {
    return Encoded.require(encoded, KindCase.ELEMENTS, name()).getElements().getValuesList();
  }

  @Override
  public Value encode(List<Value> parts) {
    return Value.newBuilder().setElements(Elements.newBuilder().addAllValues(parts)).build();
  }

  @Override
  public @Nullable Value shortcut(Object value, boolean canonical) {
    Packed packed = null;
    if (element instanceof PrimitiveLeaf leaf) {
      packed = pack(ArrayForm.of(leaf.form()), (List<?>) value, leaf.form().box(), canonical);
    } else if (element.equals(TEXT)) {
      packed = PackedTexts.pack(((List<?>) value).toArray());
    }
    return packed == null ? null : Value.newBuilder().setPacked(packed).build();
  }

  private static @Nullable Packed pack(
      ArrayForm<?> arrays, List<?> values, Class<?> box, boolean canonical) {
    Object array = arrays.unbox(values.toArray(), box);
    if (array == null) {
      return null;
    }
    return arrays.pack(canonical ? Canonical.of(array) : array);
  }

  @Override
  public @Nullable Object shortcut(Value encoded) {
    if (encoded.getKindCase() != KindCase.PACKED) {
      return null;
    }
    Packed packed = encoded.getPacked();
    if (element instanceof PrimitiveLeaf leaf) {
      return putTogether(ArrayForm.of(leaf.form()).unpackBoxed(packed, name()));
    }
    return element.equals(TEXT) ? putTogether(PackedTexts.unpack(packed, name())) : null;
  }

  @Override
  public List<Json> takeApart(Json json) {
    if (json instanceof Json.Array array) {
      return array.elements();
    }
    throw ValueException.expected("a list (" + name() + ")", json.describe());
  }

  @Override
  public Json toJson(List<Json> parts) {
    return new Json.Array(parts);
  }
}
