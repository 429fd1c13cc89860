package dev.jacquard.kubernetes.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that keep their names. */
class RunNamesTest {

  @Test
  void sameNameIsTheSameRun() {
    RunNames names = RunNames.of("Nightly report, Zürich");
    assertThat(names).isEqualTo(RunNames.of("Nightly report, Zürich"));
    assertThat(names).isEqualTo(RunNames.of("Nightly report, Zu\u0308rich"));
    assertThat(names.run()).startsWith("night").matches("[a-z0-9]{12}");
    assertThat(names.isNamed()).isTrue();
  }

  @Test
  void idOfANameIsThatOfNoOtherAndOfNoFreshRun() {
    List<String> ids =
        IntStream.range(0, 10_000).mapToObj(i -> RunNames.of("nightly " + i).run()).toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(RunNames.of("a").run()).isNotEqualTo(RunNames.of("A").run()).hasSize(12);
    assertThat(
            IntStream.range(0, 1000).mapToObj(i -> RunNames.fresh()).filter(RunNames::mayBeNamed))
        .isEmpty();
    assertThat(RunNames.fresh().isNamed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "two\nlines"})
  void textThatNobodyWouldWriteIsRefusedWithAdvice(String text) {
    assertThatThrownBy(() -> RunNames.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The name of a run must be 1 to 200 characters in one line; found")
        .hasMessageEndingWith("Name it after what it does, as nightly-report.");
  }

  @Test
  void nameThatIsTooLongIsRefusedWithItsLength() {
    assertThatThrownBy(() -> RunNames.of("x".repeat(201)))
        .hasMessageContaining("found 201 of them");
  }
}
