package dev.jacquard.engine.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Numbers, booleans and characters as JSON or bare text: nothing is rounded but to float and
 * double.
 */
final class JsonNumbers {

  /** More digits than any number that a person or program means; guards against 1e1000000000. */
  private static final int MOST_DIGITS = 1_000_000;

  private JsonNumbers() {}

  static boolean bool(Json json, String expected) {
    if (json instanceof Json.Bool bool) {
      return bool.value();
    }
    if (json instanceof Json.Bare bare) {
      if (bare.value().equals("true")) {
        return true;
      }
      if (bare.value().equals("false")) {
        return false;
      }
    }
    throw ValueException.expected(expected, json.describe());
  }

  static char character(Json json, String expected) {
    String text = text(json);
    if (text == null || text.length() != 1) {
      throw ValueException.expected(expected + " (a text of one character)", json.describe());
    }
    return text.charAt(0);
  }

  static long integer(Json json, String expected, long least, long greatest) {
    BigInteger number = whole(json, expected);
    if (number.bitLength() > 63 || number.longValue() < least || number.longValue() > greatest) {
      String range = " (from " + least + " to " + greatest + ")";
      throw ValueException.expected(expected + range, json.describe());
    }
    return number.longValue();
  }

  /** A number without fraction; {@code 1e3} and {@code 1.0} are such. */
  static BigInteger whole(Json json, String expected) {
    BigDecimal number = decimal(json, expected);
    if (number.signum() == 0) {
      return BigInteger.ZERO;
    }
    if ((long) number.precision() - number.scale() > MOST_DIGITS) {
      throw ValueException.expected(
          expected + " of at most " + MOST_DIGITS + " digits", json.describe());
    }
    BigDecimal stripped = number.stripTrailingZeros();
    if (stripped.scale() > 0) {
      throw ValueException.expected(expected, json.describe());
    }
    return stripped.toBigInteger();
  }

  static BigDecimal decimal(Json json, String expected) {
    String digits =
        json instanceof Json.Numeral numeral
            ? numeral.digits()
            : json instanceof Json.Bare bare ? bare.value() : "";
    try {
      return new BigDecimal(digits);
    } catch (NumberFormatException e) {
      throw ValueException.expected(expected, json.describe());
    }
  }

  /** A float or double: a number, or one of the texts NaN, Infinity, -Infinity. */
  static <T> T floating(
      Json json, String expected, Function<String, T> parse, Predicate<T> infinite) {
    String text = text(json);
    if ("NaN".equals(text) || "Infinity".equals(text) || "-Infinity".equals(text)) {
      return parse.apply(text);
    }
    decimal(json, expected);
    T number =
        parse.apply(json instanceof Json.Numeral numeral ? numeral.digits() : String.valueOf(text));
    if (infinite.test(number)) {
      throw ValueException.expected("a finite " + expected, json.describe());
    }
    return number;
  }

  private static @org.jspecify.annotations.Nullable String text(Json json) {
    return json instanceof Json.Text text
        ? text.value()
        : json instanceof Json.Bare bare ? bare.value() : null;
  }
}
