package dev.jacquard.worker.wire;

import java.util.function.IntToLongFunction;

/** Tells by a few of many values how many of them go in a message. */
public final class LengthEstimate {

  /** So many are looked at, and no more than one of so many: a look costs as much as to write. */
  private static final int SAMPLES = 8;

  private static final int ONE_OF = 4;

  private LengthEstimate() {}

  /**
   * Returns how many of the first values have no more than so many bytes, if those that are looked
   * at are like the others; at least one, if there is one.
   *
   * @param count how many there are
   * @param length how many bytes a value takes
   */
  public static int fitting(int count, long mostBytes, IntToLongFunction length) {
    int fitting = count;
    // Halved, so that long values that come late are looked at seldom, however many precede them.
    while (fitting > 1 && bytes(fitting, length) > mostBytes) {
      fitting /= 2;
    }
    return fitting;
  }

  private static double bytes(int count, IntToLongFunction length) {
    int samples = Math.max(1, Math.min(count / ONE_OF, SAMPLES));
    double sum = 0;
    for (int i = 0; i < samples; i++) {
      sum += length.applyAsLong((int) ((long) i * (count - 1) / Math.max(1, samples - 1)));
    }
    return sum / samples * count;
  }
}
