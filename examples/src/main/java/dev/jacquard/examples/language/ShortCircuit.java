package dev.jacquard.examples.language;

import dev.jacquard.Task;
import dev.jacquard.Workflow;

/** {@code &&}, {@code ||} and {@code ?:}: a call on the side that is not taken does not run. */
public final class ShortCircuit {

  private ShortCircuit() {}

  /** Returns whether a door opens. */
  @Workflow
  public static String open(String badge, int hour, boolean override) {
    boolean known = !badge.isEmpty() && isKnown(badge);
    boolean opens = override || (known && (isOfficeHour(hour) || isGuard(badge)));
    return opens ? greet(badge) : known ? "closed at " + hour : "who are you?";
  }

  @Task
  static boolean isKnown(String badge) {
    return Character.isUpperCase(badge.charAt(0));
  }

  @Task
  static boolean isOfficeHour(int hour) {
    if (hour < 0 || hour > 23) {
      throw new IllegalArgumentException("an hour must be from 0 to 23; found " + hour);
    }
    return hour >= 8 && hour < 18;
  }

  @Task
  static boolean isGuard(String badge) {
    return badge.endsWith("G");
  }

  @Task
  static String greet(String badge) {
    return "welcome, " + badge.substring(1);
  }
}
