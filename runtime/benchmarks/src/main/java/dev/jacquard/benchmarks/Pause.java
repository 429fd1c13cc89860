package dev.jacquard.benchmarks;

import java.util.concurrent.TimeUnit;

/** Takes time: below a millisecond a processor's, since no sleep is as short. */
final class Pause {

  private Pause() {}

  /** Works or sleeps for so long; returns how long that took. */
  static int micros(int micros) throws InterruptedException {
    long start = System.nanoTime();
    if (micros >= 1000) {
      TimeUnit.MICROSECONDS.sleep(micros);
    } else {
      long end = start + micros * 1000L;
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
    }
    return (int) ((System.nanoTime() - start) / 1000);
  }
}
