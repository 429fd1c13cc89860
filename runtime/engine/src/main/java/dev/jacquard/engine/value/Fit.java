package dev.jacquard.engine.value;

import org.jspecify.annotations.Nullable;

/** Whether a Java object is of a shape, its parts left aside. */
final class Fit {

  private Fit() {}

  /**
   * Returns the shape that the object has: of a choice, the one that it is; fails if it has none.
   */
  static Shape check(Shape shape, @Nullable Object source) {
    if (source == null) {
      if (shape instanceof Leaf leaf && leaf.refusesNull()) {
        throw ValueException.expected(shape.name(), "null");
      }
      return shape;
    }
    if (shape instanceof Choice choice) {
      return choice.of(source);
    }
    if (!holds(shape, source)) {
      throw ValueException.expected(shape.name(), describe(source));
    }
    return shape;
  }

  /** Whether an object, not null, is of the shape. */
  static boolean holds(Shape shape, Object value) {
    if (shape instanceof Leaf leaf) {
      return leaf.holds(value);
    }
    return shape instanceof Choice choice ? choice.holds(value) : ((Composite) shape).holds(value);
  }

  /** What an object is, in an error message: scalars with their value, others by class. */
  static String describe(Object value) {
    if (value instanceof String text) {
      return new Json.Text(text).describe();
    }
    String name = value.getClass().getTypeName();
    boolean plain =
        value instanceof Number || value instanceof Boolean || value instanceof Character;
    return plain && name.startsWith("java.lang.") ? name.substring(10) + " " + value : name;
  }
}
