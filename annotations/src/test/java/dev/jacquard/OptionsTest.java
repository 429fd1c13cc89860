package dev.jacquard;

import static dev.jacquard.Workflows.concurrency;
import static dev.jacquard.Workflows.minSuccessRatio;
import static dev.jacquard.Workflows.minSuccesses;
import static dev.jacquard.Workflows.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  @ParameterizedTest
  @MethodSource("all")
  void theSameOptionTwiceIsRefused(TryMapOption option) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Workflows.tryMap(List.of(1), n -> n, option, option))
        .withMessage(
            "An option must be given once; found " + option + " twice. Leave one of them out.");
  }

  static List<TryMapOption> all() {
    return List.of(concurrency(1), name("a"), minSuccessRatio(0.5), minSuccesses(1));
  }

  @Test
  void everyVerbChecksItsOptions() {
    MapOption[] twice = {name("a"), name("b")};
    List<Integer> one = List.of(1);
    assertRefused(() -> Workflows.map(one, a -> a, twice));
    assertRefused(() -> Workflows.map(one, one, (a, b) -> a, twice));
    assertRefused(() -> Workflows.map(one, one, one, (a, b, c) -> a, twice));
    assertRefused(() -> Workflows.tryMap(one, a -> a, twice));
    assertRefused(() -> Workflows.filter(one, a -> true, twice));
    assertRefused(() -> Workflows.flatMap(one, a -> one, twice));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void concurrencyMustBePositive(int limit) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> concurrency(limit))
        .withMessage("concurrency must be 1 or more; found " + limit + ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a/b"})
  void aNameMustBeAPartOfAPath(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> name(name))
        .withMessage("name must have a text without \"/\"; found \"" + name + "\".");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
  void aRatioMustBeOne(double ratio) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> minSuccessRatio(ratio))
        .withMessage("minSuccessRatio must be from 0 to 1; found " + ratio + ".");
  }

  @Test
  void aCountMustNotBeNegative() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> minSuccesses(-1))
        .withMessage("minSuccesses must be 0 or more; found -1.");
    assertThat(minSuccesses(0)).isEqualTo(minSuccesses(0));
  }

  private static void assertRefused(ThrowingCallable verb) {
    assertThatIllegalArgumentException().isThrownBy(verb).withMessageContaining("found name twice");
  }
}
