package dev.jacquard.worker.gateway;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The processes of one pool as a whole: whether they can start at present, whether anybody says
 * that one has ended, and whether the gateway has reason to give the pool up.
 */
final class SimPool {

  private static final int WHIMS = 4;

  final WorkerPool pool;
  private final SplittableRandom random;
  private final boolean told;
  private final int vainStarts;
  private final long sickFrom;
  private final long sickTo;
  private final Set<String> served = new HashSet<>();
  private int whims = WHIMS;
  private int vain;
  private boolean givenUp;

  /**
   * Draws its fate.
   *
   * @param vainStarts after how many starts in vain the gateway gives it up
   * @param lease by which its times go
   */
  SimPool(WorkerPool pool, SplittableRandom random, int vainStarts, long lease) {
    this.pool = pool;
    this.random = random;
    this.vainStarts = vainStarts;
    boolean sick = !pool.equals(WorkerPool.PLAIN) && random.nextInt(5) == 0;
    this.told = sick || random.nextInt(4) != 0;
    this.sickFrom = !sick ? Long.MAX_VALUE : random.nextInt(3) * random.nextLong(20 * lease);
    this.sickTo =
        sick && random.nextBoolean() ? sickFrom + random.nextLong(60 * lease) : Long.MAX_VALUE;
  }

  /** Whether a process ends before it has connected. */
  boolean failsToStart(long now) {
    return (now >= sickFrom && now < sickTo) || whim(4);
  }

  /** Whether a process dies soon after it has connected, for no reason that a call has given. */
  boolean crashesEarly() {
    return whim(6);
  }

  private boolean whim(int bound) {
    return whims > 0 && random.nextInt(bound) == 0 && whims-- > 0;
  }

  /** Whether the gateway hears of processes that have ended. */
  boolean told() {
    return told;
  }

  String lastWords() {
    return "no room for " + pool;
  }

  /** The gateway hears that an instance serves. */
  void joined(String instance) {
    served.add(instance);
    vain = 0;
  }

  /** The gateway hears that an instance has ended. */
  void exited(String instance) {
    if (!served.remove(instance) && ++vain >= vainStarts) {
      givenUp = true;
    }
  }

  /** Whether there was ever reason to give it up. */
  boolean givenUp() {
    return givenUp;
  }
}
