package dev.jacquard.worker.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many values go in a message. */
class LengthEstimateTest {

  @Test
  void valuesThatFitGoTogether() {
    assertThat(LengthEstimate.fitting(1000, 1000, i -> 1)).isEqualTo(1000);
    assertThat(LengthEstimate.fitting(0, 1000, i -> 1)).isZero();
  }

  @Test
  void valuesThatDoNotFitAreSharedOut() {
    assertThat(LengthEstimate.fitting(1000, 1000, i -> 10)).isBetween(50, 100);
  }

  @Test
  void oneGoesHoweverLongItIs() {
    assertThat(LengthEstimate.fitting(100, 1000, i -> Long.MAX_VALUE)).isEqualTo(1);
  }

  @Test
  void shortFirstOneDoesNotDeceive() {
    assertThat(LengthEstimate.fitting(1000, 10_000, i -> i == 0 ? 1 : 1_000)).isLessThan(12);
  }

  @Test
  void longLastOneIsLookedAtOnce() {
    List<Integer> looks = new ArrayList<>();
    int fitting =
        LengthEstimate.fitting(
            1000,
            10_000,
            i -> {
              looks.add(i);
              return i == 999 ? 1_000_000 : 1;
            });
    assertThat(fitting).isEqualTo(500);
    assertThat(looks).hasSize(16).containsOnlyOnce(999);
  }
}
