package dev.jacquard.engine.policy;

/**
 * The pauses between attempts: they double, up to an hour, and are spread so that calls do not come
 * back all at once.
 */
public final class Backoff {

  private static final long LONGEST_NANOS = 3_600_000_000_000L;

  private Backoff() {}

  /**
   * Returns the pause before a retry: between half and the whole of {@code first * 2^(retry - 1)}.
   *
   * @param firstNanos the pause before the first retry
   * @param retry which retry, from one
   * @param random from 0 to below 1
   * @return nanoseconds
   */
  public static long delayNanos(long firstNanos, int retry, double random) {
    int doublings = Math.min(retry - 1, 62);
    long whole =
        firstNanos > LONGEST_NANOS >> doublings
            ? Math.max(firstNanos, LONGEST_NANOS)
            : firstNanos << doublings;
    return Math.round(whole * (0.5 + random / 2));
  }
}
