package dev.jacquard.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerbRulesTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "1, 0, 0",
    "0, 10, 0",
    "1, 10, 10",
    "0.5, 3, 2",
    "0.5, 4, 2",
    "0.51, 4, 3",
    "4.9E-324, 2147483647, 1",
    "0.9999999999, 2147483647, 2147483647",
  })
  void theRatioIsRoundedUp(double ratio, int elements, int required) {
    assertThat(VerbRules.requiredSuccesses(ratio, elements)).isEqualTo(required);
  }

  @Test
  void hundredthsOfAHundredAreWhole() {
    for (int n = 0; n <= 100; n++) {
      double ratio = Double.parseDouble("0." + (n < 10 ? "0" : "") + n);
      assertThat(VerbRules.requiredSuccesses(n == 100 ? 1 : ratio, 100)).isEqualTo(n);
    }
  }
}
