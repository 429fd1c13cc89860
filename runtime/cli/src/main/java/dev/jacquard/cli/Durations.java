package dev.jacquard.cli;

import dev.jacquard.spi.DurationText;
import java.time.Duration;
import java.util.Optional;

/** Durations as options have them. */
final class Durations {

  private Durations() {}

  /** Reads one; empty if the text is none. */
  static Optional<Duration> parse(String text) {
    try {
      return Optional.of(DurationText.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
