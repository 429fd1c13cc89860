package dev.jacquard.examples;

import static dev.jacquard.Workflows.concurrency;
import static dev.jacquard.Workflows.map;

import dev.jacquard.Default;
import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;

/**
 * Looks for measurements above a threshold, ten at a time, and pages somebody when there are many.
 */
public final class AnomalyDetection {

  private AnomalyDetection() {}

  /** Returns what was done about the anomalies among the points. */
  @Workflow
  public static String detectAnomalies(
      @Default("[10, 12, 11, 10, 13, 12, 100, 11, 12, 10]") List<Integer> points,
      @Default("11") int threshold) {
    List<Boolean> flags = map(points, p -> isAnomalous(p, threshold), concurrency(10));
    int anomalies = count(flags);
    if (anomalies > 3) {
      return page(anomalies);
    }
    return "quiet";
  }

  /** Returns which points are anomalies, by a model that stays loaded from call to call. */
  @Workflow
  public static List<Boolean> detectWarm(
      @Default("[10, 12, 11, 10, 13, 12, 100, 11, 12, 10]") List<Integer> points,
      @Default("above-11") String model) {
    try (var detector = new Detector(model)) {
      return map(points, detector::isAnomalous);
    }
  }

  @Task(retries = 2, timeout = "30s")
  static boolean isAnomalous(int point, int threshold) {
    return point > threshold;
  }

  @Task
  static int count(List<Boolean> flags) {
    int count = 0;
    for (boolean flag : flags) {
      if (flag) {
        count++;
      }
    }
    return count;
  }

  @Task(effects = true)
  static String page(int anomalies) {
    return "paged: " + anomalies + " anomalies";
  }
}
