package dev.jacquard.benchmarks;

import java.util.concurrent.atomic.AtomicLong;

/** Measures how much of the heap is in use, after a collection, while a map runs. */
final class HeapProbe {

  private static final AtomicLong HIGHEST = new AtomicLong();

  private HeapProbe() {}

  /** Collects garbage and notes what is left, at every {@code period}-th element. */
  static int measureEvery(int element, int period) {
    if (element % period == 0) {
      HIGHEST.accumulateAndGet(inUse(), Math::max);
    }
    return element;
  }

  /** Bytes in use now; the collection before it is what makes the figure mean something. */
  static long inUse() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  static void reset() {
    HIGHEST.set(0);
  }

  /** The most bytes that were in use at any measurement since the last reset. */
  static long highest() {
    return HIGHEST.get();
  }
}
