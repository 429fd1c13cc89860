package dev.jacquard.spec.v1;

import static dev.jacquard.spec.v1.PureFunctions.methods;

import java.util.ArrayList;
import java.util.List;

/** {@code java.time} without a clock, a zone or a pattern. */
final class TimeFunctions {

  private static final String AMOUNT = "java.time.temporal.TemporalAmount";
  private static final String TEMPORAL = "java.time.temporal.Temporal";

  private TimeFunctions() {}

  static List<String> signatures() {
    List<String> all = new ArrayList<>();
    all.addAll(duration());
    all.addAll(instant());
    all.addAll(localDate());
    all.addAll(localDateTime());
    return all;
  }

  private static List<String> duration() {
    return methods(
        "java.time.Duration",
        "ofDays(long)",
        "ofHours(long)",
        "ofMinutes(long)",
        "ofSeconds(long)",
        "ofSeconds(long,long)",
        "ofMillis(long)",
        "ofNanos(long)",
        "parse(CharSequence)",
        "between(" + TEMPORAL + "," + TEMPORAL + ")",
        "plus(this)",
        "plusDays(long)",
        "plusHours(long)",
        "plusMinutes(long)",
        "plusSeconds(long)",
        "plusMillis(long)",
        "plusNanos(long)",
        "minus(this)",
        "minusDays(long)",
        "minusHours(long)",
        "minusMinutes(long)",
        "minusSeconds(long)",
        "minusMillis(long)",
        "minusNanos(long)",
        "multipliedBy(long)",
        "dividedBy(long)",
        "dividedBy(this)",
        "negated()",
        "abs()",
        "isZero()",
        "isNegative()",
        "toDays()",
        "toHours()",
        "toMinutes()",
        "toSeconds()",
        "toMillis()",
        "toNanos()",
        "getSeconds()",
        "getNano()",
        "toString()",
        "hashCode()",
        "compareTo(this)",
        "equals(Object)");
  }

  private static List<String> instant() {
    return methods(
        "java.time.Instant",
        "ofEpochSecond(long)",
        "ofEpochSecond(long,long)",
        "ofEpochMilli(long)",
        "parse(CharSequence)",
        "plus(" + AMOUNT + ")",
        "plusSeconds(long)",
        "plusMillis(long)",
        "plusNanos(long)",
        "minus(" + AMOUNT + ")",
        "minusSeconds(long)",
        "minusMillis(long)",
        "minusNanos(long)",
        "isBefore(this)",
        "isAfter(this)",
        "getEpochSecond()",
        "getNano()",
        "toEpochMilli()",
        "toString()",
        "hashCode()",
        "compareTo(this)",
        "equals(Object)");
  }

  private static List<String> localDate() {
    return methods(
        "java.time.LocalDate",
        "of(int,int,int)",
        "ofYearDay(int,int)",
        "ofEpochDay(long)",
        "parse(CharSequence)",
        "plusDays(long)",
        "plusWeeks(long)",
        "plusMonths(long)",
        "plusYears(long)",
        "minusDays(long)",
        "minusWeeks(long)",
        "minusMonths(long)",
        "minusYears(long)",
        "withDayOfMonth(int)",
        "withDayOfYear(int)",
        "withMonth(int)",
        "withYear(int)",
        "getYear()",
        "getMonthValue()",
        "getDayOfMonth()",
        "getDayOfYear()",
        "lengthOfMonth()",
        "lengthOfYear()",
        "isLeapYear()",
        "toEpochDay()",
        "atStartOfDay()",
        "atTime(int,int)",
        "atTime(int,int,int)",
        "isBefore(java.time.chrono.ChronoLocalDate)",
        "isAfter(java.time.chrono.ChronoLocalDate)",
        "isEqual(java.time.chrono.ChronoLocalDate)",
        "toString()",
        "hashCode()",
        "compareTo(java.time.chrono.ChronoLocalDate)",
        "equals(Object)");
  }

  private static List<String> localDateTime() {
    return methods(
        "java.time.LocalDateTime",
        "of(int,int,int,int,int)",
        "of(int,int,int,int,int,int)",
        "of(int,int,int,int,int,int,int)",
        "parse(CharSequence)",
        "plus(" + AMOUNT + ")",
        "plusDays(long)",
        "plusHours(long)",
        "plusMinutes(long)",
        "plusSeconds(long)",
        "plusNanos(long)",
        "plusWeeks(long)",
        "plusMonths(long)",
        "plusYears(long)",
        "minus(" + AMOUNT + ")",
        "minusDays(long)",
        "minusHours(long)",
        "minusMinutes(long)",
        "minusSeconds(long)",
        "minusNanos(long)",
        "minusWeeks(long)",
        "minusMonths(long)",
        "minusYears(long)",
        "getYear()",
        "getMonthValue()",
        "getDayOfMonth()",
        "getDayOfYear()",
        "getHour()",
        "getMinute()",
        "getSecond()",
        "getNano()",
        "toLocalDate()",
        "isBefore(java.time.chrono.ChronoLocalDateTime)",
        "isAfter(java.time.chrono.ChronoLocalDateTime)",
        "isEqual(java.time.chrono.ChronoLocalDateTime)",
        "toString()",
        "hashCode()",
        "compareTo(java.time.chrono.ChronoLocalDateTime)",
        "equals(Object)");
  }
}
