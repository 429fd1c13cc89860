package dev.jacquard;

import static dev.jacquard.Workflows.parallel;
import static dev.jacquard.Workflows.sleep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParallelAndSleepTest {

  private final List<String> done = new ArrayList<>();

  @Test
  void branchesRunInOrder() {
    parallel(() -> done.add("a"), () -> done.add("b"), () -> done.add("c"));
    assertThat(done).containsExactly("a", "b", "c");
  }

  @Test
  void noBranchesDoNothing() {
    Workflows.<RuntimeException>parallel();
    assertThat(done).isEmpty();
  }

  @Test
  void theFirstBranchThatFailsEndsIt() {
    IOException failure = new IOException();
    assertThatThrownBy(
            () -> parallel(() -> done.add("a"), () -> failWith(failure), () -> done.add("c")))
        .isSameAs(failure);
    assertThat(done).containsExactly("a");
  }

  @Test
  void sleepingForNoTimeReturns() {
    sleep("0s");
    sleep(Duration.ZERO);
  }

  @Test
  void sleepRefusesWhatIsNoDuration() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sleep("soon"))
        .withMessageContaining("\"soon\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sleep(Duration.ofSeconds(-1)))
        .withMessage("sleep must have a duration of 0 or more; found PT-1S.");
  }

  @Test
  void anInterruptionEndsSleepAndIsKept() {
    try {
      Thread.currentThread().interrupt();
      assertThatExceptionOfType(TaskAbortedException.class)
          .isThrownBy(() -> sleep(Duration.ofSeconds(Long.MAX_VALUE)))
          .withCauseInstanceOf(InterruptedException.class);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
  }

  private static void failWith(IOException failure) throws IOException {
    throw failure;
  }
}
