package dev.jacquard.benchmarks;

import static dev.jacquard.Workflows.concurrency;
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

  @Task
  static int sleep(int millis) throws InterruptedException {
    Thread.sleep(millis);
    return millis;
  }

  /** A map whose task waits, ten at once. */
  @Workflow
  static List<Integer> sleeps(List<Integer> millis) throws InterruptedException {
    return map(millis, m -> sleep(m), concurrency(10));
  }

  /** One call. */
  @Workflow
  static int oneIncrement(int x) {
    return increment(x);
  }

  @Task
  static int busyOrAsleep(int micros) throws InterruptedException {
    return Pause.micros(micros);
  }

  /** A map of elements that differ in how long they take. */
  @Workflow
  static List<Integer> uneven(List<Integer> micros) throws InterruptedException {
    return map(micros, m -> busyOrAsleep(m));
  }

  @Task
  static byte[] same(byte[] value) {
    return value;
  }

  @Task
  static int lookAt(int place, byte[] value) {
    return value[place] + value.length;
  }

  /** A value that all elements of a map share. */
  @Workflow
  static List<Integer> shared(List<Integer> places, byte[] value) {
    return map(places, place -> lookAt(place, value));
  }

  /** One value there and back. */
  @Workflow
  static byte[] echo(byte[] value) {
    return same(value);
  }
}
