package dev.jacquard.engine.policy;

import dev.jacquard.NonRetryableException;
import java.util.List;

/** Decides what follows an attempt to construct a replica that failed. */
public final class ConstructionPolicy {

  /** How often construction is tried, in all. */
  public static final int ATTEMPTS = 3;

  private static final long BACKOFF_NANOS = 200_000_000L;
  private static final long PAUSE_NANOS = 5_000_000_000L;

  private ConstructionPolicy() {}

  /**
   * Decides whether construction is tried again.
   *
   * @param failed how many attempts have failed
   * @param classes the exception's class and superclasses, by binary name
   * @param random from 0 to below 1
   */
  public static Decision decide(int failed, List<String> classes, double random) {
    return failed >= ATTEMPTS || classes.contains(NonRetryableException.class.getName())
        ? new Decision.GiveUp()
        : new Decision.Retry(Backoff.delayNanos(BACKOFF_NANOS, failed, random));
  }

  /**
   * Returns how long a pool that has replicas waits before it tries to grow again.
   *
   * @param givenUp how often in a row it could not grow, from one
   * @param random from 0 to below 1
   * @return nanoseconds
   */
  public static long pauseNanos(int givenUp, double random) {
    return Backoff.delayNanos(PAUSE_NANOS, givenUp, random);
  }
}
