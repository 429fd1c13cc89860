package dev.jacquard.examples.language;

import dev.jacquard.Task;
import dev.jacquard.Workflow;

/**
 * {@code if} and {@code else}: only the taken arm runs, and the local that both assign is merged.
 */
public final class Branches {

  private Branches() {}

  /** Returns the price of sending a parcel, in cents. */
  @Workflow
  public static int postage(int grams, boolean abroad) {
    int zones = 1;
    int price;
    if (abroad) {
      zones = zones(grams);
      price = airMail(grams, zones);
    } else if (grams > 1_000) {
      price = parcel(grams);
    } else {
      price = 160;
    }
    return zones > 2 ? price + 500 : price;
  }

  @Task
  static int zones(int grams) {
    return grams % 4;
  }

  @Task
  static int airMail(int grams, int zones) {
    return grams / zones;
  }

  @Task
  static int parcel(int grams) {
    if (grams > 31_500) {
      throw new IllegalArgumentException("too heavy: " + grams + " g");
    }
    return 550 + grams / 10;
  }
}
