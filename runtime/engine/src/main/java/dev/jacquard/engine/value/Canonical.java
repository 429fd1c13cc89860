package dev.jacquard.engine.value;

/**
 * One form for values that Java calls equal though their bits differ: every NaN becomes the same.
 */
final class Canonical {

  private Canonical() {}

  static Object of(Object leaf) {
    if (leaf instanceof Double number) {
      return number.isNaN() ? (Object) Double.NaN : leaf;
    }
    if (leaf instanceof Float number) {
      return number.isNaN() ? (Object) Float.NaN : leaf;
    }
    if (leaf instanceof double[] numbers) {
      double[] copy = numbers.clone();
      for (int i = 0; i < copy.length; i++) {
        copy[i] = Double.longBitsToDouble(Double.doubleToLongBits(copy[i]));
      }
      return copy;
    }
    if (leaf instanceof float[] numbers) {
      float[] copy = numbers.clone();
      for (int i = 0; i < copy.length; i++) {
        copy[i] = Float.intBitsToFloat(Float.floatToIntBits(copy[i]));
      }
      return copy;
    }
    return leaf;
  }
}
