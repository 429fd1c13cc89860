package dev.jacquard.processor.declare;

import dev.jacquard.processor.model.ValueType.Primitive;
import dev.jacquard.processor.model.ValueType.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads the bare text of primitives and scalars, and says in words what such a text must be. */
final class ScalarText {

  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,9})?");

  private ScalarText() {}

  static Optional<Object> read(Primitive type, String text) {
    return switch (type) {
      case BOOLEAN ->
          text.equals("true") || text.equals("false")
              ? Optional.of(Boolean.valueOf(text))
              : Optional.empty();
      case CHAR -> text.length() == 1 ? Optional.of(text.charAt(0)) : Optional.empty();
      case BYTE -> whole(text, Byte.MIN_VALUE, Byte.MAX_VALUE).map(Long::byteValue);
      case SHORT -> whole(text, Short.MIN_VALUE, Short.MAX_VALUE).map(Long::shortValue);
      case INT -> whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE).map(Long::intValue);
      case LONG -> whole(text, Long.MIN_VALUE, Long.MAX_VALUE).map(number -> number);
      case FLOAT -> floating(text, Float::valueOf, f -> f.isInfinite());
      case DOUBLE -> floating(text, Double::valueOf, d -> d.isInfinite());
    };
  }

  static Optional<Object> read(Scalar type, String text) {
    try {
      return switch (type) {
        case STRING -> Optional.of(text);
        case BIG_INTEGER ->
            WHOLE.matcher(text).matches() ? Optional.of(new BigInteger(text)) : Optional.empty();
        case BIG_DECIMAL ->
            NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
        case INSTANT -> Optional.of(Instant.parse(text));
        case DURATION -> Optional.of(Duration.parse(text));
        case LOCAL_DATE -> Optional.of(LocalDate.parse(text));
        case LOCAL_DATE_TIME -> Optional.of(LocalDateTime.parse(text));
        case UUID ->
            Optional.of(UUID.fromString(text))
                .filter(uuid -> uuid.toString().equalsIgnoreCase(text))
                .map(uuid -> uuid);
        case FAILURE, BLOB_REF -> Optional.empty();
      };
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  static String expected(Primitive type) {
    return switch (type) {
      case BOOLEAN -> "true or false";
      case CHAR -> "one character";
      case BYTE -> range(Byte.MIN_VALUE, Byte.MAX_VALUE);
      case SHORT -> range(Short.MIN_VALUE, Short.MAX_VALUE);
      case INT -> range(Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG -> range(Long.MIN_VALUE, Long.MAX_VALUE);
      case FLOAT -> "a number that a float can hold";
      case DOUBLE -> "a number that a double can hold";
    };
  }

  static String expected(Scalar type) {
    return switch (type) {
      case STRING -> "a text";
      case BIG_INTEGER -> "a whole number";
      case BIG_DECIMAL -> "a number";
      case INSTANT -> "an instant such as 2026-11-23T10:15:30Z";
      case DURATION -> "a duration as ISO-8601 writes it, such as PT30S";
      case LOCAL_DATE -> "a date such as 2026-11-23";
      case LOCAL_DATE_TIME -> "a date and time such as 2026-11-23T10:15:30";
      case UUID -> "a UUID such as 123e4567-e89b-12d3-a456-426614174000";
      case FAILURE, BLOB_REF -> "null, since its values are not written in sources";
    };
  }

  private static Optional<Long> whole(String text, long least, long greatest) {
    if (!WHOLE.matcher(text).matches()) {
      return Optional.empty();
    }
    BigInteger number = new BigInteger(text);
    boolean inRange =
        number.compareTo(BigInteger.valueOf(least)) >= 0
            && number.compareTo(BigInteger.valueOf(greatest)) <= 0;
    return inRange ? Optional.of(number.longValue()) : Optional.empty();
  }

  /** A number that is too great must not become infinity by stealth. */
  private static <T> Optional<Object> floating(
      String text, Function<String, T> parse, Predicate<T> infinite) {
    if (isNonFinite(text)) {
      return Optional.of(parse.apply(text));
    }
    if (!NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    T number = parse.apply(text);
    return infinite.test(number) ? Optional.empty() : Optional.of(number);
  }

  private static boolean isNonFinite(String text) {
    return text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
  }

  private static String range(long least, long greatest) {
    return "a whole number from " + least + " to " + greatest;
  }
}
