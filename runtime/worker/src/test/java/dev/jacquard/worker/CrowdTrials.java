package dev.jacquard.worker;

import static dev.jacquard.Workflows.map;

import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A map for workers that are in the process of their engine. */
public final class CrowdTrials {

  private static final AtomicInteger CALLS = new AtomicInteger();
  private static volatile CountDownLatch gate = new CountDownLatch(0);

  private CrowdTrials() {}

  /** Lets no call end whose number is the last of a hundred, until {@link #open}. */
  static void begin() {
    CALLS.set(0);
    gate = new CountDownLatch(1);
  }

  static void open() {
    gate.countDown();
  }

  static int calls() {
    return CALLS.get();
  }

  @Task
  static int twice(int number) throws InterruptedException {
    CALLS.incrementAndGet();
    if (number % 100 == 99) {
      gate.await();
    }
    return 2 * number;
  }

  @Workflow
  public static List<Integer> doubled(List<Integer> numbers) throws InterruptedException {
    return map(numbers, n -> twice(n));
  }
}
