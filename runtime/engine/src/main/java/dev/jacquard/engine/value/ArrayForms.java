package dev.jacquard.engine.value;

import com.google.protobuf.UnsafeByteOperations;
import dev.jacquard.spec.v1.Packed;

/** The array forms of Java's eight primitives. */
final class ArrayForms {

  static final ArrayForm<boolean[]> BOOLEAN =
      new ArrayForm<>(
          boolean[].class,
          boolean[]::new,
          array -> array.length,
          (array, i) -> array[i],
          (array, i, value) -> array[i] = (boolean) value,
          ArrayForms::packBooleans,
          packed -> packed.getOctets().size(),
          ArrayForms::unpackBooleans);

  static final ArrayForm<byte[]> BYTE =
      new ArrayForm<>(
          byte[].class,
          byte[]::new,
          array -> array.length,
          (array, i) -> array[i],
          (array, i, value) -> array[i] = (byte) value,
          (array, packed) -> packed.setOctets(UnsafeByteOperations.unsafeWrap(array.clone())),
          packed -> packed.getOctets().size(),
          ArrayForm::octets);

  static final ArrayForm<short[]> SHORT =
      new ArrayForm<>(
          short[].class,
          short[]::new,
          array -> array.length,
          (array, i) -> array[i],
          (array, i, value) -> array[i] = (short) value,
          (array, packed) -> {
            for (short value : array) {
              packed.addIntegers(value);
            }
          },
          Packed::getIntegersCount,
          ArrayForms::unpackShorts);

  static final ArrayForm<char[]> CHAR =
      new ArrayForm<>(
          char[].class,
          char[]::new,
          array -> array.length,
          (array, i) -> array[i],
          (array, i, value) -> array[i] = (char) value,
          (array, packed) -> {
            for (char value : array) {
              packed.addIntegers(value);
            }
          },
          Packed::getIntegersCount,
          ArrayForms::unpackChars);

  static final ArrayForm<int[]> INT =
      new ArrayForm<>(
          int[].class,
          int[]::new,
          array -> array.length,
          (array, i) -> array[i],
          (array, i, value) -> array[i] = (int) value,
          (array, packed) -> {
            for (int value : array) {
              packed.addIntegers(value);
            }
          },
          Packed::getIntegersCount,
          ArrayForms::unpackInts);

  static final ArrayForm<long[]> LONG =
      new ArrayForm<>(
          long[].class,
          long[]::new,
          array -> array.length,
          (array, i) -> array[i],
          (array, i, value) -> array[i] = (long) value,
          (array, packed) -> {
            for (long value : array) {
              packed.addLongs(value);
            }
          },
          Packed::getLongsCount,
          ArrayForms::unpackLongs);

  static final ArrayForm<float[]> FLOAT =
      new ArrayForm<>(
          float[].class,
          float[]::new,
          array -> array.length,
          (array, i) -> array[i],
          (array, i, value) -> array[i] = (float) value,
          (array, packed) -> {
            for (float value : array) {
              packed.addFloatBits(Float.floatToRawIntBits(value));
            }
          },
          Packed::getFloatBitsCount,
          ArrayForms::unpackFloats);

  static final ArrayForm<double[]> DOUBLE =
      new ArrayForm<>(
          double[].class,
          double[]::new,
          array -> array.length,
          (array, i) -> array[i],
          (array, i, value) -> array[i] = (double) value,
          (array, packed) -> {
            for (double value : array) {
              packed.addDoubleBits(Double.doubleToRawLongBits(value));
            }
          },
          Packed::getDoubleBitsCount,
          ArrayForms::unpackDoubles);

  private ArrayForms() {}

  private static void packBooleans(boolean[] array, Packed.Builder packed) {
    byte[] octets = new byte[array.length];
    for (int i = 0; i < array.length; i++) {
      octets[i] = (byte) (array[i] ? 1 : 0);
    }
    packed.setOctets(UnsafeByteOperations.unsafeWrap(octets));
  }

  private static boolean[] unpackBooleans(Packed packed) {
    boolean[] array = new boolean[packed.getOctets().size()];
    for (int i = 0; i < array.length; i++) {
      byte octet = packed.getOctets().byteAt(i);
      array[i] = ranged(octet, 0, 1, "boolean", i) == 1;
    }
    return array;
  }

  private static short[] unpackShorts(Packed packed) {
    short[] array = new short[packed.getIntegersCount()];
    for (int i = 0; i < array.length; i++) {
      array[i] =
          (short) ranged(packed.getIntegers(i), Short.MIN_VALUE, Short.MAX_VALUE, "short", i);
    }
    return array;
  }

  private static char[] unpackChars(Packed packed) {
    char[] array = new char[packed.getIntegersCount()];
    for (int i = 0; i < array.length; i++) {
      array[i] = (char) ranged(packed.getIntegers(i), 0, Character.MAX_VALUE, "char", i);
    }
    return array;
  }

  private static int[] unpackInts(Packed packed) {
    int[] array = new int[packed.getIntegersCount()];
    for (int i = 0; i < array.length; i++) {
      array[i] = packed.getIntegers(i);
    }
    return array;
  }

  private static long[] unpackLongs(Packed packed) {
    long[] array = new long[packed.getLongsCount()];
    for (int i = 0; i < array.length; i++) {
      array[i] = packed.getLongs(i);
    }
    return array;
  }

  private static float[] unpackFloats(Packed packed) {
    float[] array = new float[packed.getFloatBitsCount()];
    for (int i = 0; i < array.length; i++) {
      array[i] = Float.intBitsToFloat(packed.getFloatBits(i));
    }
    return array;
  }

  private static double[] unpackDoubles(Packed packed) {
    double[] array = new double[packed.getDoubleBitsCount()];
    for (int i = 0; i < array.length; i++) {
      array[i] = Double.longBitsToDouble(packed.getDoubleBits(i));
    }
    return array;
  }

  private static int ranged(int value, int least, int greatest, String expected, int index) {
    if (value < least || value > greatest) {
      throw ValueException.expected(expected, String.valueOf(value)).under("[" + index + "]");
    }
    return value;
  }
}
