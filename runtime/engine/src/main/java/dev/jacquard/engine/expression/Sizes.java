package dev.jacquard.engine.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
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
          Map.entry("String.repeat", Sizes::repeat),
          Map.entry("String.concat", Sizes::concat),
          Map.entry("String.replace", Sizes::replace),
          Map.entry("String.join", Sizes::join),
          Map.entry("BigInteger.<init>", Sizes::parse),
          Map.entry("BigInteger.multiply", Sizes::multiply),
          Map.entry("BigInteger.modPow", Sizes::modPow),
          Map.entry("BigInteger.modInverse", Sizes::quadratic),
          Map.entry("BigInteger.gcd", Sizes::quadratic),
          Map.entry("BigInteger.sqrt", Sizes::quadratic),
          Map.entry("BigInteger.pow", Sizes::power),
          Map.entry("BigInteger.shiftLeft", Sizes::shiftLeft),
          Map.entry("BigInteger.shiftRight", Sizes::shiftRight),
          Map.entry("BigInteger.setBit", Sizes::setBit),
          Map.entry("BigInteger.flipBit", Sizes::setBit),
          Map.entry("BigInteger.clearBit", Sizes::setBit),
          Map.entry("BigDecimal.<init>", Sizes::parse),
          Map.entry("BigDecimal.multiply", Sizes::multiplyDecimals),
          Map.entry("BigDecimal.pow", Sizes::powerOfDecimal),
          Map.entry("BigDecimal.setScale", Sizes::setScale),
          Map.entry("BigDecimal.divide", Sizes::divide),
          Map.entry("BigDecimal.movePointLeft", Sizes::movePoint),
          Map.entry("BigDecimal.movePointRight", Sizes::movePoint));

  /**
   * Functions of BigDecimal that write a number with all its digits, or two aligned with each
   * other.
   */
  private static final Set<String> ALIGNING =
      Set.of(
          "add",
          "subtract",
          "remainder",
          "divideToIntegralValue",
          "toBigInteger",
          "toBigIntegerExact",
          "toPlainString",
          "intValue",
          "longValue",
          "byteValueExact",
          "shortValueExact",
          "intValueExact",
          "longValueExact");

  private Sizes() {}

  static Guard guard(String signature) {
    int open = signature.indexOf('(');
    int dot = signature.lastIndexOf('.', open);
    String owner = signature.substring(signature.lastIndexOf('.', dot - 1) + 1, dot);
    String method = signature.substring(dot + 1, open);
    boolean aligning = owner.equals("BigDecimal") && ALIGNING.contains(method);
    return aligning ? Sizes::align : GUARDS.getOrDefault(owner + "." + method, INPUTS);
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

  private static void parse(@Nullable Object[] values, Fuel fuel) {
    if (values[0] instanceof String digits) {
      digits(digits.length(), fuel);
    }
  }

  private static void multiply(@Nullable Object[] values, Fuel fuel) {
    fuel.numberBits(bits(values[0]) + bits(values[1]));
    fuel.units(bits(values[0]) * bits(values[1]) / 65536);
  }

  private static void quadratic(@Nullable Object[] values, Fuel fuel) {
    long bits = Math.max(bits(values[0]), values.length > 1 ? bits(values[1]) : 0);
    fuel.units(bits * bits / 1024);
  }

  /**
   * For each bit of the exponent a multiplication of numbers as long as the modulus, word by word.
   */
  private static void modPow(@Nullable Object[] values, Fuel fuel) {
    long words = bits(values[2]) / 32 + 1;
    fuel.units((bits(values[1]) + 1) * words * words);
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
    if (values[0] instanceof BigDecimal a && values[1] instanceof BigDecimal b) {
      long scale = values.length > 2 && values[2] instanceof Integer asked ? asked : a.scale();
      boolean exact = values.length == 2;
      digits(
          exact
              ? 4 * (a.precision() + (long) b.precision())
              : a.precision() + b.precision() + Math.abs(scale + b.scale() - a.scale()),
          fuel);
    }
  }

  private static void movePoint(@Nullable Object[] values, Fuel fuel) {
    if (values[0] instanceof BigDecimal number && values[1] instanceof Integer places) {
      digits(number.precision() + Math.abs((long) places) + Math.abs((long) number.scale()), fuel);
    }
  }

  /** Operands are written with all digits between the first of one and the last of another. */
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
