package dev.jacquard.engine.value;

/** How the values of one type look in their three forms: Java object, encoding, JSON. Immutable. */
sealed interface Shape permits Leaf, Composite, Choice {

  /** The type as a person would write it. */
  String name();
}
