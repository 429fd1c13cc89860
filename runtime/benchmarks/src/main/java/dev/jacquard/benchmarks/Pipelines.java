package dev.jacquard.benchmarks;

import static dev.jacquard.Workflows.map;

import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;

/** The workflows that are measured. */
public final class Pipelines {

  private Pipelines() {}

  @Task
  static boolean isAnomalous(int point, int threshold) {
    return point > threshold;
  }

  /** A map whose task does next to nothing, so that what is measured is the engine. */
  @Workflow
  static List<Boolean> flags(List<Integer> points, int threshold) {
    return map(points, point -> isAnomalous(point, threshold));
  }

  @Task
  static int increment(int x) {
    return x + 1;
  }

  /** A chain of calls, of which a longer one is made. */
  @Workflow
  static int twoIncrements(int x) {
    int once = increment(x);
    return increment(once);
  }

  @Task
  static int heapInUse(int element, int period) {
    return HeapProbe.measureEvery(element, period);
  }

  /** A map whose task looks at the heap now and then. */
  @Workflow
  static List<Integer> probe(List<Integer> elements, int period) {
    return map(elements, element -> heapInUse(element, period));
  }
}
