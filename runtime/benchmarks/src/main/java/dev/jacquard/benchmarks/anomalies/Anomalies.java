package dev.jacquard.benchmarks.anomalies;

import static dev.jacquard.Workflows.concurrency;
import static dev.jacquard.Workflows.map;

import dev.jacquard.Resources;
import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;

/** Tells which points are anomalies, ten at once, in the ways that Flyte's article compares. */
public final class Anomalies {

  private Anomalies() {}

  /** A pod for each element. */
  @Workflow
  public static List<Boolean> isolated(List<Integer> points, int threshold) {
    return map(points, point -> alone(point, threshold), concurrency(10));
  }

  /** Pods that live as long as the map. */
  @Workflow
  public static List<Boolean> pooled(List<Integer> points, int threshold) {
    return map(points, point -> inPool(point, threshold), concurrency(10));
  }

  /** Replicas of an actor. */
  @Workflow
  public static List<Boolean> warm(List<Integer> points, int threshold) {
    try (var detector = new Detector(threshold)) {
      return map(points, detector::isAnomalous);
    }
  }

  /** Keeps replicas of that actor busy for so long each; returns the names of their pods. */
  @Workflow
  public static List<String> busy(List<Integer> millis, int threshold) throws InterruptedException {
    try (var detector = new Detector(threshold)) {
      return map(millis, detector::podAfter);
    }
  }

  @Task(isolated = true, resources = @Resources(cpu = "50m", memory = "256Mi"))
  static boolean alone(int point, int threshold) {
    return point > threshold;
  }

  @Task(resources = @Resources(cpu = "50m", memory = "256Mi"))
  static boolean inPool(int point, int threshold) {
    return point > threshold;
  }
}
