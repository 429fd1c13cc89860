package dev.jacquard.processor.declare;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Offers the nearest of the known names for an unknown one. */
final class NearestName {

  private NearestName() {}

  /** Returns a sentence: what was probably meant, else what there is. */
  static String hint(String unknown, Collection<String> known) {
    int most = Math.max(2, unknown.length() / 3);
    return known.stream()
        .min(Comparator.comparingInt(name -> distance(unknown, name)))
        .filter(name -> distance(unknown, name) <= most)
        .map(name -> "Did you mean " + name + "?")
        .orElseGet(
            () ->
                known.isEmpty()
                    ? "There is none."
                    : "Choose one of " + String.join(", ", known) + ".");
  }

  /** Levenshtein's distance, letter case aside. */
  private static int distance(String unknown, String known) {
    String left = unknown.toLowerCase(Locale.ROOT);
    String right = known.toLowerCase(Locale.ROOT);
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[right.length()];
  }
}
