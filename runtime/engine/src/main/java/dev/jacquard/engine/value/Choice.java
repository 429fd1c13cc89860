package dev.jacquard.engine.value;

import dev.jacquard.spec.v1.Value;

/** A type whose values each have one of several shapes: a sealed interface, or an outcome. */
non-sealed interface Choice extends Shape {

  /** Whether a Java object, not null, has one of the shapes, its parts left aside. */
  boolean holds(Object value);

  /** The shape of a Java object, not null. */
  Shape of(Object value);

  /** The shape of an encoded value, not null. */
  Shape of(Value encoded);

  /** The shape of a JSON value, not null. */
  Shape of(Json json);
}
