package dev.jacquard.engine.value;

import dev.jacquard.spec.v1.Elements;
import dev.jacquard.spec.v1.Value;
import dev.jacquard.spec.v1.Value.KindCase;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list; one of numbers or booleans without null is packed. */
record ListShape(Shape element) implements Composite {

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
    if (!(element instanceof PrimitiveLeaf leaf)) {
      return null;
    }
    ArrayForm<?> arrays = ArrayForm.of(leaf.form());
    Object array = arrays.unbox((List<?>) value, leaf.form().box());
    if (array == null) {
      return null;
    }
    Object packed = canonical ? Canonical.of(array) : array;
    return Value.newBuilder().setPacked(arrays.pack(packed)).build();
  }

  @Override
  public @Nullable Object shortcut(Value encoded) {
    boolean packed = encoded.getKindCase() == KindCase.PACKED;
    return packed && element instanceof PrimitiveLeaf leaf
        ? putTogether(ArrayForm.of(leaf.form()).unpackBoxed(encoded.getPacked(), name()))
        : null;
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
