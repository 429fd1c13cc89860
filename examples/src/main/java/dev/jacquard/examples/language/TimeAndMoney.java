package dev.jacquard.examples.language;

import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Dates, durations and big numbers are values; their pure methods are expressions. */
public final class TimeAndMoney {

  private TimeAndMoney() {}

  /** What a tenant owes. */
  public record Bill(LocalDate due, BigDecimal amount, Duration late) {}

  /** Returns the bill of a tenant who pays so many days late. */
  @Workflow
  public static Bill bill(LocalDate month, BigDecimal rent, Instant paid, int days) {
    LocalDate due = due(month.plusMonths(1));
    Duration late = Duration.ofDays(days).plus(Duration.ofHours(12));
    BigDecimal interest = rent.multiply(BigDecimal.valueOf(late.toMillis(), 12));
    BigDecimal amount = rent.add(interest);
    if (paid.isBefore(Instant.ofEpochSecond(0)) || amount.signum() < 0) {
      return new Bill(due, BigDecimal.valueOf(0), late);
    }
    return new Bill(due, rounded(amount), late);
  }

  @Task
  static LocalDate due(LocalDate month) {
    return month.withDayOfMonth(3);
  }

  @Task
  static BigDecimal rounded(BigDecimal amount) {
    if (amount.precision() - amount.scale() > 6) {
      throw new IllegalArgumentException("a rent must be below a million; found " + amount);
    }
    return amount.setScale(2, RoundingMode.HALF_EVEN);
  }
}
