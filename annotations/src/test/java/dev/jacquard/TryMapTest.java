package dev.jacquard;

import static dev.jacquard.Workflows.concurrency;
import static dev.jacquard.Workflows.minSuccessRatio;
import static dev.jacquard.Workflows.minSuccesses;
import static dev.jacquard.Workflows.name;
import static dev.jacquard.Workflows.successes;
import static dev.jacquard.Workflows.tryMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TryMapTest {

  private static final List<Integer> ONE_TO_FOUR = List.of(1, 2, 3, 4);

  @Test
  void eachElementHasItsOutcome() {
    List<Outcome<Integer>> outcomes = tryMap(List.of(1, 2, 3), TryMapTest::half);
    assertThat(outcomes)
        .containsExactly(
            new Outcome.Failed<>(0, Failure.of(new IOException("1 is odd"))),
            new Outcome.Succeeded<>(1, 1),
            new Outcome.Failed<>(2, Failure.of(new IOException("3 is odd"))));
    assertThat(successes(outcomes)).containsExactly(1);
  }

  @Test
  void nullIsASuccess() {
    List<Outcome<String>> outcomes = tryMap(Arrays.asList("a", null), s -> s == null ? "b" : null);
    assertThat(outcomes)
        .containsExactly(new Outcome.Succeeded<>(0, null), new Outcome.Succeeded<>(1, "b"));
    assertThat(successes(outcomes)).containsExactly(null, "b");
  }

  @Test
  void anErrorIsAnOutcomeToo() {
    assertThat(tryMap(List.of(1), n -> failWith(new AssertionError("no"))))
        .containsExactly(new Outcome.Failed<>(0, Failure.of(new AssertionError("no"))));
  }

  @Test
  void aStackThatOverflowedIsAnOutcomeToo() {
    assertThat(tryMap(List.of(1), n -> failWith(new StackOverflowError())))
        .containsExactly(new Outcome.Failed<>(0, Failure.of(new StackOverflowError())));
  }

  @Test
  void anErrorOfTheVirtualMachineIsThrownOn() {
    OutOfMemoryError error = new OutOfMemoryError();
    assertThatThrownBy(() -> tryMap(List.of(1), n -> failWith(error))).isSameAs(error);
  }

  @Test
  void anInterruptionIsAnOutcomeAndKeptForLater() {
    List<Boolean> interrupted = new ArrayList<>();
    try {
      List<Outcome<Boolean>> outcomes =
          tryMap(
              List.of(1, 2),
              n -> {
                interrupted.add(Thread.currentThread().isInterrupted());
                if (n == 1) {
                  throw new InterruptedException("stop");
                }
                return true;
              });
      assertThat(outcomes)
          .containsExactly(
              new Outcome.Failed<>(0, Failure.of(new InterruptedException("stop"))),
              new Outcome.Succeeded<>(1, true));
      assertThat(interrupted).containsExactly(false, false);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void theResultCannotBeModified() {
    List<Outcome<Integer>> outcomes = tryMap(ONE_TO_FOUR, TryMapTest::half);
    assertThatThrownBy(outcomes::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> successes(outcomes).clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aQuorumThatIsMetChangesNothing() {
    assertThat(tryMap(ONE_TO_FOUR, TryMapTest::half, minSuccesses(2), concurrency(3))).hasSize(4);
    assertThat(tryMap(ONE_TO_FOUR, TryMapTest::half, name("halves"), minSuccessRatio(0.5)))
        .hasSize(4);
    assertThat(tryMap(List.<Integer>of(), TryMapTest::half, minSuccessRatio(1))).isEmpty();
  }

  @Test
  void aMissedCountIsThrownAfterAllHaveRun() {
    List<Integer> seen = new ArrayList<>();
    assertThatExceptionOfType(QuorumException.class)
        .isThrownBy(
            () ->
                tryMap(
                    ONE_TO_FOUR,
                    n -> {
                      seen.add(n);
                      return half(n);
                    },
                    minSuccesses(3)))
        .withMessage("tryMap must have at least 3 successes; found 2 among 4 elements.");
    assertThat(seen).isEqualTo(ONE_TO_FOUR);
  }

  @Test
  void aMissedRatioIsThrown() {
    assertThatExceptionOfType(QuorumException.class)
        .isThrownBy(() -> tryMap(ONE_TO_FOUR, TryMapTest::half, minSuccessRatio(0.51)))
        .withMessage("tryMap must have at least 3 successes; found 2 among 4 elements.");
  }

  @Test
  void moreSuccessesThanElementsAreAlwaysMissed() {
    assertThatExceptionOfType(QuorumException.class)
        .isThrownBy(() -> tryMap(List.<Integer>of(), TryMapTest::half, minSuccesses(1)));
  }

  @Test
  void twoQuorumsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> tryMap(ONE_TO_FOUR, TryMapTest::half, minSuccesses(1), minSuccessRatio(0.1)))
        .withMessageContaining("minSuccessRatio and minSuccesses");
  }

  private static int half(int n) throws IOException {
    if (n % 2 != 0) {
      throw new IOException(n + " is odd");
    }
    return n / 2;
  }

  private static int failWith(Error error) {
    throw error;
  }
}
