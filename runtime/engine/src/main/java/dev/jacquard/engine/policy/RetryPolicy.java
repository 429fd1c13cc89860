package dev.jacquard.engine.policy;

import dev.jacquard.NonRetryableException;
import java.util.List;

/** Decides what follows a failed attempt. */
public final class RetryPolicy {

  /** How often a call is tried again that was lost through no fault of its own. */
  public static final int SYSTEM_RETRIES = 10;

  private static final long SYSTEM_BACKOFF_NANOS = 100_000_000L;
  private static final Decision GIVE_UP = new Decision.GiveUp();

  private RetryPolicy() {}

  /**
   * A moment at which a decision is taken: the time, the call's deadline, and a random number below
   * 1.
   */
  public record Moment(long nowNanos, long deadlineAtNanos, double random) {}

  /**
   * Decides whether a failed attempt is followed by another.
   *
   * @param policy the task's policy
   * @param failed the failed attempts, this one included
   * @param kind whose fault it was
   * @param classes the exception's class and superclasses, by binary name
   * @param moment when
   * @return retry after a pause, or give up; a retry never starts after the deadline
   */
  public static Decision decide(
      AttemptPolicy policy,
      Attempts failed,
      FailureKind kind,
      List<String> classes,
      Moment moment) {
    long delay;
    switch (kind) {
      case USER -> {
        if (failed.user() > policy.retries() || !retryable(policy, classes)) {
          return GIVE_UP;
        }
        delay = Backoff.delayNanos(policy.backoffNanos(), failed.user(), moment.random());
      }
      case SYSTEM -> {
        if (failed.system() > SYSTEM_RETRIES) {
          return GIVE_UP;
        }
        delay = Backoff.delayNanos(SYSTEM_BACKOFF_NANOS, failed.system(), moment.random());
      }
      default -> {
        return GIVE_UP;
      }
    }
    return moment.nowNanos() + delay >= moment.deadlineAtNanos()
        ? GIVE_UP
        : new Decision.Retry(delay);
  }

  /** Returns whether an exception of this class chain may be tried again. */
  public static boolean retryable(AttemptPolicy policy, List<String> classes) {
    if (classes.contains(NonRetryableException.class.getName())
        || classes.stream().anyMatch(policy.noRetryOn()::contains)) {
      return false;
    }
    return policy.retryOn().isEmpty() || classes.stream().anyMatch(policy.retryOn()::contains);
  }
}
