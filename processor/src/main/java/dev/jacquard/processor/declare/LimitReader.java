package dev.jacquard.processor.declare;

import static dev.jacquard.processor.diagnostic.CommonProblem.BAD_DURATION;
import static dev.jacquard.processor.diagnostic.DeclarationProblem.OUT_OF_RANGE;

import dev.jacquard.processor.diagnostic.Diagnostics;
import dev.jacquard.spi.DurationText;

/** Reads durations and counts of annotations, and checks them. */
final class LimitReader {

  private final Diagnostics<Place> diagnostics;

  LimitReader(Diagnostics<Place> diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Returns nanoseconds; zero for an empty text, and for one that has been reported. */
  long duration(Mark mark, String member) {
    String text = mark.text(member);
    if (text.isEmpty()) {
      return 0;
    }
    try {
      long nanos = DurationText.parse(text).toNanos();
      if (nanos == 0) {
        diagnostics.report(
            mark.place(member),
            OUT_OF_RANGE,
            member,
            "longer than nothing",
            '"' + text + '"',
            "Write a longer duration, or leave it out.");
      }
      return nanos;
    } catch (IllegalArgumentException e) {
      diagnostics.report(mark.place(member), BAD_DURATION, member, text);
      return 0;
    }
  }

  int count(Mark mark, String member, int least) {
    int count = mark.number(member);
    if (count < least) {
      diagnostics.report(
          mark.place(member),
          OUT_OF_RANGE,
          member,
          least + " or more",
          count,
          "Write " + least + " or a greater number.");
    }
    return count;
  }
}
