package dev.jacquard.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchSizeTest {

  private static final int MANY = 1_000_000;
  private static final int LONGEST = 1 << 20;

  private final BatchSize size = new BatchSize(2, LONGEST);

  @Test
  void firstBatchIsOneElementOfWhichNothingIsKnown() {
    assertThat(size.next(MANY)).isEqualTo(1);
  }

  @Test
  void growsInStepsUpToTwoMillisecondsOfWork() {
    int before = size.next(MANY);
    for (int i = 0; i < 6; i++) {
      size.measured(before, before * 1_000L);
      int next = size.next(MANY);
      assertThat(next).isBetween(before, 8 * before).isLessThanOrEqualTo(2_000);
      before = next;
    }
    assertThat(before).isEqualTo(2_000);
  }

  @Test
  void slowElementsTravelAlone() {
    size.measured(1, 10_000_000);
    assertThat(size.next(MANY)).isEqualTo(1);
  }

  @Test
  void endOfAMapIsSharedBetweenSlots() {
    size.measured(1, 1_000);
    size.measured(8, 8_000);
    size.measured(64, 64_000);
    assertThat(size.next(400)).isEqualTo(100);
  }

  @Test
  void lastBatchesAreWorthHandingOut() {
    size.measured(1, 100);
    size.measured(8, 800);
    size.measured(64, 6_400);
    size.measured(512, 51_200);
    assertThat(size.next(600)).isEqualTo(500);
  }

  @Test
  void longestIsNeverPassed() {
    BatchSize short8 = new BatchSize(2, 8);
    short8.measured(8, 8);
    assertThat(short8.next(MANY)).isEqualTo(8);
  }
}
