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
      size.measured(before, before * 1_000L, before * 1_000L);
      int next = size.next(MANY);
      assertThat(next).isBetween(before, 8 * before).isLessThanOrEqualTo(2_000);
      before = next;
    }
    assertThat(before).isEqualTo(2_000);
  }

  @Test
  void slowElementsTravelAlone() {
    size.measured(1, 10_000_000, 10_000_000);
    assertThat(size.next(MANY)).isEqualTo(1);
  }

  @Test
  void endOfAMapIsSharedBetweenSlots() {
    size.measured(1, 1_000, 1_000);
    size.measured(8, 8_000, 8_000);
    size.measured(64, 64_000, 64_000);
    assertThat(size.next(400)).isEqualTo(100);
  }

  @Test
  void lastBatchesAreWorthHandingOut() {
    size.measured(1, 100, 100);
    size.measured(8, 800, 800);
    size.measured(64, 6_400, 6_400);
    size.measured(512, 51_200, 51_200);
    assertThat(size.next(600)).isEqualTo(500);
  }

  @Test
  void longestIsNeverPassed() {
    BatchSize short8 = new BatchSize(2, 8);
    short8.measured(8, 8, 8);
    assertThat(short8.next(MANY)).isEqualTo(8);
  }

  @Test
  void isLongWhereHandingOutTakesLong() {
    size.measured(1, 1_000, 5_001_000);
    for (int i = 0; i < 6; i++) {
      int next = size.next(MANY);
      size.measured(next, next * 1_000L, next * 1_000L + 5_000_000);
    }
    assertThat(size.next(MANY)).isEqualTo(20_000);
  }

  @Test
  void slowElementsTravelAloneHoweverLongTheWay() {
    size.measured(1, 50_000_000, 900_000_000);
    assertThat(size.next(MANY)).isEqualTo(1);
  }

  @Test
  void beginsWithWhatEarlierMapsLetExpect() {
    size.expect(10_000);
    assertThat(size.next(MANY)).isEqualTo(200);
    assertThat(size.next(8)).isEqualTo(5);
  }

  @Test
  void expectsTooMuchForNoMoreThanOneShortBatch() {
    size.expect(1);
    assertThat(size.next(MANY)).isEqualTo(1024);
    size.measured(1024, 1024 * 1_000_000L, 1024 * 1_000_000L);
    assertThat(size.next(MANY)).isEqualTo(2);
  }
}
