package dev.jacquard.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.Failure;
import dev.jacquard.NonRetryableException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  private static final long SECOND = 1_000_000_000L;
  private static final RetryPolicy.Moment NOW =
      new RetryPolicy.Moment(0, Long.MAX_VALUE, 0.999_999);

  private static AttemptPolicy retrying(int retries, List<Class<?>> on, List<Class<?>> notOn) {
    return new AttemptPolicy(
        retries,
        SECOND,
        on.stream().map(Class::getName).toList(),
        notOn.stream().map(Class::getName).toList(),
        0,
        0);
  }

  private static Decision decide(
      AttemptPolicy policy, Attempts failed, FailureKind kind, Throwable thrown) {
    return RetryPolicy.decide(policy, failed, kind, Failure.of(thrown).classNames(), NOW);
  }

  @Test
  void pausesDoubleUpToAnHour() {
    assertThat(Backoff.delayNanos(SECOND, 1, 0)).isEqualTo(SECOND / 2);
    assertThat(Backoff.delayNanos(SECOND, 4, 1)).isEqualTo(8 * SECOND);
    assertThat(Backoff.delayNanos(SECOND, 13, 1)).isEqualTo(3600 * SECOND);
    assertThat(Backoff.delayNanos(SECOND, 200, 1)).isEqualTo(3600 * SECOND);
    assertThat(Backoff.delayNanos(7200 * SECOND, 3, 1)).isEqualTo(7200 * SECOND);
    assertThat(Backoff.delayNanos(0, 5, 1)).isZero();
  }

  @Test
  void lostAttemptsDoNotCountAgainstTheRetries() {
    AttemptPolicy policy = retrying(1, List.of(), List.of());
    Attempts failed = new Attempts(1, 5);
    assertThat(decide(policy, failed, FailureKind.USER, new IOException()))
        .isInstanceOf(Decision.Retry.class);
    assertThat(decide(policy, new Attempts(2, 0), FailureKind.USER, new IOException()))
        .isInstanceOf(Decision.GiveUp.class);
    assertThat(decide(policy, new Attempts(0, 10), FailureKind.SYSTEM, new IOException()))
        .isInstanceOf(Decision.Retry.class);
    assertThat(decide(policy, new Attempts(0, 11), FailureKind.SYSTEM, new IOException()))
        .isInstanceOf(Decision.GiveUp.class);
  }

  @Test
  void fatalFailuresAreNeverRetried() {
    assertThat(
            decide(
                retrying(9, List.of(), List.of()),
                new Attempts(1, 0),
                FailureKind.FATAL,
                new IOException()))
        .isInstanceOf(Decision.GiveUp.class);
  }

  @Test
  void classesAreMatchedWithTheirSuperclasses() {
    List<String> notFound = Failure.of(new FileNotFoundException()).classNames();
    assertThat(RetryPolicy.retryable(retrying(1, List.of(IOException.class), List.of()), notFound))
        .isTrue();
    assertThat(RetryPolicy.retryable(retrying(1, List.of(), List.of(IOException.class)), notFound))
        .isFalse();
    assertThat(
            RetryPolicy.retryable(
                retrying(1, List.of(IOException.class), List.of(FileNotFoundException.class)),
                notFound))
        .isFalse();
    List<String> own = Failure.of(new NonRetryableException("no") {}).classNames();
    assertThat(RetryPolicy.retryable(retrying(1, List.of(RuntimeException.class), List.of()), own))
        .isFalse();
  }

  @Test
  void noRetryStartsAfterTheDeadline() {
    AttemptPolicy policy = retrying(9, List.of(), List.of());
    List<String> classes = Failure.of(new IOException()).classNames();
    for (long deadline : new long[] {SECOND - 1, SECOND, SECOND + 1}) {
      Decision decision =
          RetryPolicy.decide(
              policy,
              new Attempts(1, 0),
              FailureKind.USER,
              classes,
              new RetryPolicy.Moment(0, deadline, 1));
      assertThat(decision instanceof Decision.Retry).isEqualTo(deadline > SECOND);
    }
  }
}
