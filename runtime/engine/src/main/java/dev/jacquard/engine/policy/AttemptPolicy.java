package dev.jacquard.engine.policy;

import java.util.List;

/**
 * How the calls of one task are attempted. Immutable.
 *
 * @param retries how many attempts may follow a first that failed
 * @param backoffNanos the pause before the first retry; it doubles each time
 * @param retryOn binary names of the exception classes that are retried; empty: all
 * @param noRetryOn binary names of those that are not
 * @param timeoutNanos how long one attempt may take; zero: as long as it likes
 * @param deadlineNanos how long all attempts and pauses may take together; zero: as long as they
 *     like
 */
public record AttemptPolicy(
    int retries,
    long backoffNanos,
    List<String> retryOn,
    List<String> noRetryOn,
    long timeoutNanos,
    long deadlineNanos) {

  /** Copies the lists. */
  public AttemptPolicy {
    retryOn = List.copyOf(retryOn);
    noRetryOn = List.copyOf(noRetryOn);
  }

  /** Returns whether attempts of this task have to be watched by the clock. */
  public boolean timed() {
    return timeoutNanos > 0 || deadlineNanos > 0;
  }

  /** Returns when an attempt that starts now must have ended; {@link Long#MAX_VALUE} if never. */
  public long attemptEnd(long now, long deadlineAt) {
    long end = timeoutNanos > 0 ? saturatedAdd(now, timeoutNanos) : Long.MAX_VALUE;
    return Math.min(end, deadlineAt);
  }

  /**
   * Returns when a call whose first attempt starts now must have ended; {@link Long#MAX_VALUE} if
   * never.
   */
  public long deadlineAt(long now) {
    return deadlineNanos > 0 ? saturatedAdd(now, deadlineNanos) : Long.MAX_VALUE;
  }

  private static long saturatedAdd(long a, long b) {
    long sum = a + b;
    return sum < a ? Long.MAX_VALUE : sum;
  }
}
