package dev.jacquard.differential;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts which kinds of syntax, types and nodes the generated programs held. */
final class Coverage {

  private final Map<String, Integer> counts = new TreeMap<>();

  void hit(String kind) {
    counts.merge(kind, 1, Integer::sum);
  }

  /**
   * Makes a kind that the generator could have taken known, so that it counts also if it never
   * does.
   */
  void offer(String kind) {
    counts.putIfAbsent(kind, 0);
  }

  /** The kinds that were offered and never taken. */
  List<String> missing() {
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() == 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  int of(String kind) {
    return counts.getOrDefault(kind, 0);
  }

  @Override
  public String toString() {
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining("\n"));
  }
}
