package dev.jacquard.engine.code;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody may have meant. */
public final class NearestName {

  private NearestName() {}

  /**
   * Finds the candidate that differs least from a name, upper and lower case alike; empty if none
   * is near: at most a third of the name's letters may be wrong, missing, too many, or swapped with
   * a neighbour.
   */
  public static Optional<String> of(String name, Collection<String> candidates) {
    String wanted = name.toLowerCase(Locale.ROOT);
    int limit = Math.max(1, name.length() / 3);
    return candidates.stream()
        .filter(candidate -> Math.abs(candidate.length() - name.length()) <= limit)
        .map(
            candidate ->
                new Distance(candidate, between(wanted, candidate.toLowerCase(Locale.ROOT))))
        .filter(distance -> distance.value <= limit)
        .min(Comparator.comparingInt(Distance::value).thenComparing(Distance::candidate))
        .map(Distance::candidate);
  }

  /** The edit distance with swaps of neighbours (optimal string alignment). */
  private static int between(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(last[j], current[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
        }
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = current;
      current = spare;
    }
    return last[b.length()];
  }

  private record Distance(String candidate, int value) {}
}
