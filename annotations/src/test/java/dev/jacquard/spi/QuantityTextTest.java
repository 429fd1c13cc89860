package dev.jacquard.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "2, 2",
    "+2, 2",
    "0.5, 0.5",
    ".5, 0.5",
    "2., 2",
    "125m, 0.125",
    "3u, 0.000003",
    "7n, 0.000000007",
    "1k, 1000",
    "1M, 1000000",
    "1.5G, 1500000000",
    "1T, 1000000000000",
    "1P, 1000000000000000",
    "1E, 1000000000000000000",
    "1Ki, 1024",
    "256Mi, 268435456",
    "0.5Gi, 536870912",
    "1Ti, 1099511627776",
    "1Pi, 1125899906842624",
    "7Ei, 8070450532247928832",
    "1e3, 1000",
    "1E3, 1000",
    "1E+3, 1000",
    "15e-1, 1.5",
    "9223372036854775807, 9223372036854775807",
  })
  void readsWhatKubernetesReads(String text, BigDecimal quantity) {
    assertThat(QuantityText.parse(text)).isEqualByComparingTo(quantity);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "m",
        ".",
        "1K",
        "1ki",
        "1mi",
        "1ui",
        "1 Gi",
        " 1Gi",
        "1Gi ",
        "1GB",
        "1GiB",
        "1,5G",
        "1e",
        "1e+",
        "1e3Ki",
        "1e9999999999",
        "-1",
        "-1Gi",
        "\u0665",
        "0x10",
        "NaN",
        "8Ei",
        "10E",
        "9223372036854775808",
        "1e19",
        "lots",
      })
  void refusesTheRest(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QuantityText.parse(text))
        .withMessageStartingWith("Quantity must be ")
        .withMessageContaining("found \"" + text + "\"");
  }
}
