package dev.jacquard.engine.value;

import dev.jacquard.spec.v1.Value;

/** A type whose values have no parts. Knows nothing of null, which a walk deals with before. */
non-sealed interface Leaf extends Shape {

  /** Whether null is no value of it: a primitive. */
  default boolean refusesNull() {
    return false;
  }

  /** Whether a Java object, not null, is one of these. */
  boolean holds(Object value);

  Value encode(Object value);

  /**
   * Decodes what {@link #encode} returned; fails with a {@link ValueException} for anything else.
   */
  Object decode(Value encoded);

  Json toJson(Object value);

  /** Reads JSON that is not null; fails with a {@link ValueException} if it is of another kind. */
  Object fromJson(Json json);

  /** Whether bare text is a form of it: it may be the key of a JSON object. */
  default boolean hasBareForm() {
    return false;
  }
}
