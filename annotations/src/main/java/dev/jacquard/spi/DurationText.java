package dev.jacquard.spi;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads durations as annotations and {@code sleep} have them: a whole number with {@code ms},
 * {@code s}, {@code m}, {@code h} or {@code d} ({@code "500ms"}, {@code "1d"}; a day is 24 hours),
 * or ISO-8601 ({@code "PT1H30M"}).
 *
 * <p>Stateless and thread-safe.
 */
public final class DurationText {

  private static final Pattern NUMBER_AND_UNIT = Pattern.compile("([0-9]+)(ms|s|m|h|d)");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "ms", ChronoUnit.MILLIS,
          "s", ChronoUnit.SECONDS,
          "m", ChronoUnit.MINUTES,
          "h", ChronoUnit.HOURS,
          "d", ChronoUnit.DAYS);
  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

  private DurationText() {}

  /**
   * Reads a duration.
   *
   * @param text the text, without blanks around it
   * @return the duration: zero or more, and few enough nanoseconds for a {@code long} (292 years)
   * @throws IllegalArgumentException if the text is no duration, or is negative or too long; the
   *     message is for the user and says what to write
   */
  public static Duration parse(String text) {
    Duration duration;
    try {
      duration = read(text);
    } catch (DateTimeParseException | NumberFormatException | ArithmeticException e) {
      throw refusal(text, e);
    }
    if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
      throw refusal(text, null);
    }
    return duration;
  }

  private static Duration read(String text) {
    Matcher matcher = NUMBER_AND_UNIT.matcher(text);
    if (matcher.matches()) {
      return Duration.of(Long.parseLong(matcher.group(1)), UNITS.get(matcher.group(2)));
    }
    if (text.startsWith("P")) {
      return Duration.parse(text);
    }
    throw refusal(text, null);
  }

  private static IllegalArgumentException refusal(String text, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "Duration must be a whole number with ms, s, m, h or d, or ISO-8601,"
            + " from 0 to 292 years; found \""
            + text
            + "\". Write for example \"500ms\", \"30s\", \"5m\", \"2h\", \"1d\" or \"PT1H30M\".",
        cause);
  }
}
