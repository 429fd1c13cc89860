package dev.jacquard.examples.language;

import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;
import java.util.NoSuchElementException;

/** Task calls: a value ties {@code width} to the two before it; those two run at the same time. */
public final class TaskCalls {

  private TaskCalls() {}

  /** Returns how far apart the least and the greatest number are. */
  @Workflow
  public static long spread(List<Integer> numbers) {
    int least = least(numbers);
    int greatest = greatest(numbers);
    return width(least, greatest);
  }

  @Task
  static int least(List<Integer> numbers) {
    return numbers.stream()
        .min(Integer::compare)
        .orElseThrow(() -> new NoSuchElementException("no least number"));
  }

  @Task
  static int greatest(List<Integer> numbers) {
    return numbers.stream()
        .max(Integer::compare)
        .orElseThrow(() -> new NoSuchElementException("no greatest number"));
  }

  @Task
  static long width(long from, long to) {
    return to - from;
  }
}
