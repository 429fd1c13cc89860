package dev.jacquard.engine.value;

import dev.jacquard.spec.v1.Value;
import dev.jacquard.spec.v1.Value.KindCase;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An array of a primitive, packed; JSON: a list, but base64 text for bytes. */
record ArrayLeaf(PrimitiveForm element, ArrayForm<?> form) implements Leaf {

  ArrayLeaf(PrimitiveForm element) {
    this(element, ArrayForm.of(element));
  }

  @Override
  public String name() {
    return element.label() + "[]";
  }

  @Override
  public boolean holds(Object value) {
    return value.getClass() == form.type();
  }

  @Override
  public Value encode(Object value) {
    return Value.newBuilder().setPacked(form.pack(value)).build();
  }

  @Override
  public Object decode(Value encoded) {
    return form.unpack(Encoded.require(encoded, KindCase.PACKED, name()).getPacked(), name());
  }

  @Override
  public Json toJson(Object value) {
    if (value instanceof byte[] bytes) {
      return new Json.Text(Base64.getEncoder().encodeToString(bytes));
    }
    List<Json> elements = new ArrayList<>();
    for (int i = 0; i < form.size(value); i++) {
      elements.add(element.toJson(form.get(value, i)));
    }
    return new Json.Array(elements);
  }

  @Override
  public Object fromJson(Json json) {
    if (element == PrimitiveForm.BYTE && json instanceof Json.Text text) {
      return Opaque.bytes(text.value(), name());
    }
    if (json instanceof Json.Array array) {
      return create(form, array.elements());
    }
    throw ValueException.expected(name(), json.describe());
  }

  private <A> A create(ArrayForm<A> arrays, List<Json> elements) {
    A array = arrays.create().apply(elements.size());
    int index = 0;
    for (Json json : elements) {
      try {
        arrays.setter().set(array, index, element.fromJson(json));
      } catch (ValueException e) {
        throw e.under("[" + index + "]");
      }
      index++;
    }
    return array;
  }
}
