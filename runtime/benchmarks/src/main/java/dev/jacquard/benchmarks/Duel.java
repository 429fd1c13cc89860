package dev.jacquard.benchmarks;

import java.util.concurrent.Callable;

/**
 * Two ways of doing the same, timed in turns in one process, so that whatever else the machine does
 * falls upon both. Both have to answer the same.
 */
final class Duel {

  /**
   * Medians of a round each, and of the ratios round by round.
   *
   * @param baseNanos the baseline
   * @param oursNanos the contender
   * @param ratio contender over baseline
   */
  record Result(double baseNanos, double oursNanos, double ratio) {}

  private final Callable<?> base;
  private final Callable<?> ours;
  private Object baseAnswer = "";
  private Object oursAnswer = "";

  Duel(Callable<?> base, Callable<?> ours) {
    this.base = base;
    this.ours = ours;
  }

  /**
   * Fights it out.
   *
   * @param warmUps rounds that do not count
   * @param rounds rounds that do; in every other one the contender begins
   */
  Result fight(int warmUps, int rounds) throws Exception {
    double[] baseNanos = new double[rounds];
    double[] oursNanos = new double[rounds];
    double[] ratios = new double[rounds];
    for (int i = -warmUps; i < rounds; i++) {
      boolean oursFirst = i % 2 == 0;
      double early = oursFirst ? oursNanos() : 0;
      double baseTime = baseNanos();
      double oursTime = oursFirst ? early : oursNanos();
      if (i >= 0) {
        oursNanos[i] = oursTime;
        baseNanos[i] = baseTime;
        ratios[i] = oursTime / baseTime;
      }
    }
    if (!baseAnswer.equals(oursAnswer)) {
      throw new IllegalStateException("Both sides must answer the same.");
    }
    return new Result(Medians.of(baseNanos), Medians.of(oursNanos), Medians.of(ratios));
  }

  private double baseNanos() throws Exception {
    long start = System.nanoTime();
    baseAnswer = base.call();
    return System.nanoTime() - start;
  }

  private double oursNanos() throws Exception {
    long start = System.nanoTime();
    oursAnswer = ours.call();
    return System.nanoTime() - start;
  }
}
