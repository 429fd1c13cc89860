package dev.jacquard.engine.value;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Offers the nearest of the known names for an unknown one. */
final class NearestName {

  private static final int MOST_LISTED = 12;

  private NearestName() {}

  /** Returns {@code ; did you mean "x"?}, or the list of the names where none is near. */
  static String hint(String unknown, Collection<String> known) {
    String nearest = null;
    int least = Math.max(2, unknown.length() / 3) + 1;
    for (String name : known) {
      int distance = distance(unknown.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (distance < least) {
        nearest = name;
        least = distance;
      }
    }
    if (nearest != null) {
      return "; did you mean \"" + nearest + "\"?";
    }
    List<String> listed = known.stream().limit(MOST_LISTED).toList();
    String rest = known.size() > MOST_LISTED ? ", ..." : "";
    return known.isEmpty() ? "; it has none" : "; there are " + String.join(", ", listed) + rest;
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
