package dev.jacquard.benchmarks;

import java.util.concurrent.TimeUnit;

/** Takes time: below a millisecond a processor's, since no sleep is as short. */
final class Pause {

  private Pause() {}

  static int micros(int micros) throws InterruptedException {
    if (micros >= 1000) {
      TimeUnit.MICROSECONDS.sleep(micros);
    } else {
      long end = System.nanoTime() + micros * 1000L;
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
    }
    return micros;
  }
}
