package dev.jacquard.engine.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What functions may make, looked at before they make it, and what they cost. */
final class Sizes {

  /** Looks at a function's receiver and arguments. */
  interface Guard {
    void before(@Nullable Object[] values, Fuel fuel);
  }

  /** More than log2(10). */
  private static final double BITS_PER_DIGIT = 3.33;

  private static final Guard INPUTS =
      (values, fuel) -> {
        for (Object value : values) {
          charge(value, fuel);
        }
      };

  private static final Map<String, Guard> GUARDS =
      Map.ofEntries(
          Map.entry("java.lang.String.repeat(int)", Sizes::repeat),
          Map.entry("java.lang.String.concat(java.lang.String)", Sizes::concat),
          Map.entry(
              "java.lang.String.replace(java.lang.CharSequence,java.lang.CharSequence)",
              Sizes::replace),
          Map.entry(
              "java.lang.String.join(java.lang.CharSequence,java.lang.Iterable)", Sizes::join),
          Map.entry("java.math.BigInteger.multiply(java.math.BigInteger)", Sizes::multiply),
          Map.entry("java.math.BigInteger.pow(int)", Sizes::power),
          Map.entry("java.math.BigInteger.shiftLeft(int)", Sizes::shiftLeft),
          Map.entry("java.math.BigInteger.shiftRight(int)", Sizes::shiftRight),
          Map.entry("java.math.BigInteger.setBit(int)", Sizes::setBit),
          Map.entry("java.math.BigInteger.flipBit(int)", Sizes::setBit),
          Map.entry("java.math.BigInteger.clearBit(int)", Sizes::setBit),
          Map.entry("java.math.BigDecimal.multiply(java.math.BigDecimal)", Sizes::multiplyDecimals),
          Map.entry("java.math.BigDecimal.pow(int)", Sizes::powerOfDecimal),
          Map.entry("java.math.BigDecimal.setScale(int)", Sizes::setScale),
          Map.entry("java.math.BigDecimal.setScale(int,java.math.RoundingMode)", Sizes::setScale),
          Map.entry(
              "java.math.BigDecimal.divide(java.math.BigDecimal,int,java.math.RoundingMode)",
              Sizes::divide));

  private Sizes() {}

  static Guard guard(String signature) {
    Guard guard = GUARDS.get(signature);
    if (guard != null) {
      return guard;
    }
    return signature.startsWith("java.math.BigDecimal.") ? Sizes::align : INPUTS;
  }

  /** Uses steps for reading or having made a value. */
  static void charge(@Nullable Object value, Fuel fuel) {
    if (value instanceof String text) {
      fuel.units(text.length());
    } else if (value instanceof Collection<?> collection) {
      fuel.units(collection.size());
    } else if (value instanceof Map<?, ?> map) {
      fuel.units(map.size());
    } else if (value instanceof BigInteger number) {
      fuel.units(number.bitLength() / 8);
    }
  }

  private static void repeat(@Nullable Object[] values, Fuel fuel) {
    if (values[0] instanceof String text && values[1] instanceof Integer count && count > 0) {
      fuel.text((long) text.length() * count);
    }
  }

  private static void concat(@Nullable Object[] values, Fuel fuel) {
    fuel.text(length(values[0]) + length(values[1]));
  }

  /** An empty target stands before each character and at the end. */
  private static void replace(@Nullable Object[] values, Fuel fuel) {
    long text = length(values[0]);
    long places = text / Math.max(1, length(values[1])) + 1;
    fuel.checkText(text);
    if (length(values[2]) > length(values[1])) {
      fuel.text(text + places * (length(values[2]) - length(values[1])));
    }
  }

  private static void join(@Nullable Object[] values, Fuel fuel) {
    long length = 0;
    if (values[1] instanceof Iterable<?> parts) {
      for (Object part : parts) {
        length += length(values[0]) + length(part);
      }
    }
    fuel.text(length);
  }

  private static long length(@Nullable Object value) {
    return value instanceof CharSequence text ? text.length() : 4;
  }

  private static long bits(@Nullable Object value) {
    return value instanceof BigInteger number ? number.bitLength() : 0;
  }

  private static void multiply(@Nullable Object[] values, Fuel fuel) {
    fuel.numberBits(bits(values[0]) + bits(values[1]));
    fuel.units(bits(values[0]) * bits(values[1]) / 4096);
  }

  private static void power(@Nullable Object[] values, Fuel fuel) {
    if (values[1] instanceof Integer exponent && bits(values[0]) > 1) {
      fuel.numberBits(bits(values[0]) * Math.max(0, exponent));
    }
  }

  private static void shiftLeft(@Nullable Object[] values, Fuel fuel) {
    if (values[1] instanceof Integer places && bits(values[0]) > 0) {
      fuel.numberBits(bits(values[0]) + Math.max(0, places));
    }
  }

  private static void shiftRight(@Nullable Object[] values, Fuel fuel) {
    if (values[1] instanceof Integer places && bits(values[0]) > 0) {
      fuel.numberBits(bits(values[0]) + Math.max(0L, -(long) places));
    }
  }

  private static void setBit(@Nullable Object[] values, Fuel fuel) {
    if (values[1] instanceof Integer place) {
      fuel.numberBits(Math.max(bits(values[0]), place));
    }
  }

  private static void multiplyDecimals(@Nullable Object[] values, Fuel fuel) {
    digits(precision(values[0]) + precision(values[1]), fuel);
  }

  private static void powerOfDecimal(@Nullable Object[] values, Fuel fuel) {
    if (values[1] instanceof Integer exponent) {
      digits(precision(values[0]) * Math.max(1, exponent), fuel);
    }
  }

  private static void setScale(@Nullable Object[] values, Fuel fuel) {
    if (values[0] instanceof BigDecimal number && values[1] instanceof Integer scale) {
      digits(number.precision() + Math.max(0, (long) scale - number.scale()), fuel);
    }
  }

  private static void divide(@Nullable Object[] values, Fuel fuel) {
    if (values[0] instanceof BigDecimal a
        && values[1] instanceof BigDecimal b
        && values[2] instanceof Integer scale) {
      digits(a.precision() + b.precision() + Math.abs((long) scale + b.scale() - a.scale()), fuel);
    }
  }

  /**
   * Most functions write their operands with all digits between the first of one and the last of
   * another.
   */
  private static void align(@Nullable Object[] values, Fuel fuel) {
    long before = 1;
    long after = 0;
    for (Object value : values) {
      if (value instanceof BigDecimal number) {
        before = Math.max(before, (long) number.precision() - number.scale());
        after = Math.max(after, number.scale());
      }
    }
    digits(before + after, fuel);
  }

  private static long precision(@Nullable Object value) {
    return value instanceof BigDecimal number ? number.precision() : 0;
  }

  private static void digits(long digits, Fuel fuel) {
    fuel.numberBits((long) Math.min(Long.MAX_VALUE, digits * BITS_PER_DIGIT));
  }
}
