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
  void aQuotientIsMetByItsCountAndNothingAboveItIs() {
    for (int elements = 1; elements <= 200; elements++) {
      for (int count = 0; count < elements; count++) {
        double ratio = count / (double) elements;
        assertThat(VerbRules.requiredSuccesses(ratio, elements)).isEqualTo(count);
        assertThat(VerbRules.requiredSuccesses(Math.nextUp(ratio), elements)).isEqualTo(count + 1);
      }
    }
  }
}
