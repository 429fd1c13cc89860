package dev.jacquard;

import static dev.jacquard.Workflows.map;
import static dev.jacquard.Workflows.range;
import static dev.jacquard.Workflows.reduce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReduceTest {

  @ParameterizedTest
  @CsvSource({
    "1, 0",
    "2, (0 1)",
    "3, ((0 1) 2)",
    "4, ((0 1) (2 3))",
    "5, (((0 1) (2 3)) 4)",
    "6, (((0 1) (2 3)) (4 5))",
    "7, (((0 1) (2 3)) ((4 5) 6))",
    "8, (((0 1) (2 3)) ((4 5) (6 7)))",
  })
  void theTreeIsTheOneOfTheContract(int n, String tree) {
    assertThat(reduce(leaves(n), ReduceTest::pair)).contains(tree);
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void theTreeSplitsAtTheGreatestPowerOfTwo(int n) {
    Optional<String> expected = n == 0 ? Optional.empty() : Optional.of(tree(0, n));
    assertThat(reduce(leaves(n), ReduceTest::pair)).isEqualTo(expected);
  }

  @Test
  void pairsAreCombinedLevelByLevelFromTheLeft() {
    List<String> order = new ArrayList<>();
    reduce(
        leaves(5),
        (left, right) -> {
          order.add(pair(left, right));
          return pair(left, right);
        });
    assertThat(order).containsExactly("(0 1)", "(2 3)", "((0 1) (2 3))", "(((0 1) (2 3)) 4)");
  }

  @Test
  void nullMayStandInBetween() {
    List<String> items = Arrays.asList("a", null, null, "b");
    assertThat(reduce(items, (a, b) -> Objects.equals(a, "a") ? null : "" + a + b))
        .contains("nullnullb");
  }

  @Test
  void nullMayNotBeWhatIsLeft() {
    assertThatThrownBy(() -> reduce(Arrays.asList((String) null), ReduceTest::pair))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> reduce(List.of("a", "b"), (a, b) -> null))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void whatCombineThrowsIsThrown() {
    IOException failure = new IOException();
    assertThatThrownBy(() -> reduce(List.of(1, 2), (a, b) -> failWith(failure))).isSameAs(failure);
  }

  static List<Integer> lengths() {
    return range(18);
  }

  private static List<String> leaves(int n) {
    return map(range(n), String::valueOf);
  }

  private static String pair(String left, String right) {
    return "(" + left + " " + right + ")";
  }

  private static String tree(int from, int to) {
    if (to - from == 1) {
      return "" + from;
    }
    int middle = from + Integer.highestOneBit(to - from - 1);
    return pair(tree(from, middle), tree(middle, to));
  }

  private static int failWith(IOException failure) throws IOException {
    throw failure;
  }
}
