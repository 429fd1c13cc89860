package dev.jacquard.engine.value;

import dev.jacquard.spec.v1.Value;

/** A primitive, or its box. */
record PrimitiveLeaf(PrimitiveForm form, boolean boxed) implements Leaf {

  @Override
  public String name() {
    return boxed ? form.boxName() : form.label();
  }

  @Override
  public boolean refusesNull() {
    return !boxed;
  }

  @Override
  public boolean holds(Object value) {
    return value.getClass() == form.box();
  }

  @Override
  public Value encode(Object value) {
    return form.encode(value);
  }

  @Override
  public Object decode(Value encoded) {
    return form.decode(encoded);
  }

  @Override
  public Json toJson(Object value) {
    return form.toJson(value);
  }

  @Override
  public Object fromJson(Json json) {
    return form.fromJson(json);
  }

  @Override
  public boolean hasBareForm() {
    return true;
  }
}
