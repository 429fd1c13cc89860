package dev.jacquard.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one way to carry out a map has taken, once.
 *
 * @param millis from its beginning to its answer
 * @param pods how many were made
 * @param requests to the API server, by kind
 */
record Trial(double millis, int pods, Map<String, Integer> requests) {

  /** The trial of median time; of an even number, the slower one of the two in the middle. */
  static Trial median(List<Trial> trials) {
    return trials.stream()
        .sorted(Comparator.comparingDouble(Trial::millis))
        .toList()
        .get(trials.size() / 2);
  }

  /** How many requests there were of the kinds that begin so. */
  int requests(String kind) {
    return requests.entrySet().stream()
        .filter(each -> each.getKey().startsWith(kind))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** As {@code LIST pods 1, PATCH jobs 2}; short. */
  String requestsByKind() {
    return requests.isEmpty()
        ? "none"
        : requests.entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.joining(", "));
  }
}
