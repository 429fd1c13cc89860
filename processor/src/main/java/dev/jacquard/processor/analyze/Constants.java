package dev.jacquard.processor.analyze;

import dev.jacquard.processor.model.ValueType.Primitive;

/** The Java objects of primitive constants. */
final class Constants {

  private Constants() {}

  static Object zero(Primitive type) {
    return type == Primitive.BOOLEAN ? (Object) false : convert((byte) 0, type);
  }

  /** Converts a primitive constant as a cast does. */
  static Object convert(Object value, Primitive to) {
    if (value instanceof Boolean) {
      return value;
    }
    if (value instanceof Character character) {
      return number((int) character, to);
    }
    return number((Number) value, to);
  }

  // JLS 5.1.3: a floating-point value becomes a byte, short or char by way of int.
  private static Object number(Number value, Primitive to) {
    boolean floating = value instanceof Float || value instanceof Double;
    int narrow = floating ? (int) value.doubleValue() : (int) value.longValue();
    return switch (to) {
      case BOOLEAN -> throw new InvalidJava();
      case BYTE -> (byte) narrow;
      case SHORT -> (short) narrow;
      case CHAR -> (char) narrow;
      case INT -> narrow;
      case LONG -> floating ? (long) value.doubleValue() : value.longValue();
      case FLOAT -> toFloat(value);
      case DOUBLE -> value.doubleValue();
    };
  }

  // Not by way of double: that would round a long twice.
  private static float toFloat(Number value) {
    return value instanceof Long number ? (float) (long) number : value.floatValue();
  }
}
