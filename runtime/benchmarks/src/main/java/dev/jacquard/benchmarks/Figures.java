package dev.jacquard.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All trials of one run of the experiment. */
final class Figures {

  /** How many elements the maps have. */
  static final List<Integer> ELEMENTS = List.of(10, 20, 100);

  private record Of(Way way, int elements) {}

  private final Map<Of, List<Trial>> trials = new HashMap<>();

  void add(Way way, int elements, Trial trial) {
    trials.computeIfAbsent(new Of(way, elements), key -> new ArrayList<>()).add(trial);
  }

  /** The trial of median time. */
  Trial median(Way way, int elements) {
    return Trial.median(trials.getOrDefault(new Of(way, elements), List.of()));
  }

  /** How many times longer a pod for each of a hundred elements takes than ten warm replicas. */
  double ratio() {
    return median(Way.ISOLATED, 100).millis() / median(Way.WARM, 100).millis();
  }
}
