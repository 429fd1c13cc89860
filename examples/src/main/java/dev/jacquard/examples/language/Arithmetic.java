package dev.jacquard.examples.language;

import dev.jacquard.Task;
import dev.jacquard.Workflow;

/**
 * Arithmetic between calls has exactly Java's meaning: promotion, overflow, casts, division by
 * zero.
 */
public final class Arithmetic {

  private Arithmetic() {}

  private static final int SECONDS = 60 * 60;

  /** Returns a number that depends on every operator in it. */
  @Workflow
  public static double consumption(int meters, byte gear, long start) {
    long driven = odometer(meters) - start;
    int overflowing = meters * SECONDS + 'k';
    byte narrowed = (byte) (gear + overflowing);
    long mixed = ((driven << 3) ^ (overflowing >>> 2)) | (narrowed & 0xFL);
    int fuel = fuel(meters / gear);
    return mixed % 1_000 + (double) fuel / 3 + (fuel > 10 ? 0.5f : -gear) + (char) (gear + 'a');
  }

  @Task
  static long odometer(int meters) {
    return 1_000L + meters;
  }

  @Task
  static int fuel(int revolutions) {
    if (revolutions < 0) {
      throw new IllegalArgumentException("an engine must not run backwards: " + revolutions);
    }
    return revolutions / 7;
  }
}
