package dev.jacquard.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

  @ParameterizedTest
  @CsvSource({
    "0s, PT0S",
    "500ms, PT0.5S",
    "30s, PT30S",
    "5m, PT5M",
    "2h, PT2H",
    "1d, PT24H",
    "007s, PT7S",
    "PT1H, PT1H",
    "PT1H30M, PT1H30M",
    "PT0.5S, PT0.5S",
    "P1DT1S, PT24H1S",
    "106751d, PT2562024H",
    "9223372036854ms, PT2562047H47M16.854S",
  })
  void readsWhatTheGrammarHas(String text, Duration duration) {
    assertThat(DurationText.parse(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "5",
        "s",
        "5 m",
        " 5m",
        "5m ",
        "5m\n",
        "5M",
        "5min",
        "5 minutes",
        "1.5s",
        "1e3s",
        "1h30m",
        "+5s",
        "-5s",
        "\u0665s",
        "P",
        "PT",
        "PT1",
        "P1Y",
        "1H",
        "soon",
      })
  void refusesGarbage(String text) {
    assertRefused(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-1S", "-PT1S", "P-1D", "PT1S-2S", "PT-0.000000001S"})
  void refusesNegatives(String text) {
    assertRefused(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "106752d",
        "9223372036855ms",
        "9223372036854775807d",
        "9223372036854775808ms",
        "99999999999999999999999999s",
        "PT9223372036854775807S",
        "PT99999999999999999999H",
        "P106752D",
      })
  void refusesWhatOverflows(String text) {
    assertRefused(text);
  }

  @Test
  void theRefusalSaysWhatToWrite() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DurationText.parse("5 minutes"))
        .withMessage(
            "Duration must be a whole number with ms, s, m, h or d, or ISO-8601, from 0 to 292"
                + " years; found \"5 minutes\". Write for example \"500ms\", \"30s\", \"5m\","
                + " \"2h\", \"1d\" or \"PT1H30M\".");
  }

  private static void assertRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DurationText.parse(text))
        .withMessageStartingWith("Duration must be ")
        .withMessageContaining("found \"" + text + "\"");
  }
}
