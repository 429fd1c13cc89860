package dev.jacquard;

import static dev.jacquard.Workflows.concurrency;
import static dev.jacquard.Workflows.map;
import static dev.jacquard.Workflows.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapTest {

  private final List<Object> seen = new ArrayList<>();

  @Test
  void resultsStandInTheOrderOfTheElements() {
    assertThat(map(List.of(3, 1, 2), n -> n * n)).containsExactly(9, 1, 4);
  }

  @Test
  void nothingGivesNothing() {
    assertThat(map(List.<Integer>of(), n -> n + 1)).isEmpty();
  }

  @Test
  void nullGoesInAndComesOut() {
    List<String> items = Arrays.asList("a", null);
    assertThat(map(items, s -> s == null ? "none" : null)).containsExactly(null, "none");
  }

  @Test
  void theResultCannotBeModified() {
    List<Integer> results = map(new ArrayList<>(List.of(1)), n -> n);
    assertThatThrownBy(() -> results.add(2)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void theFirstFailureIsThrownAsItIsAndEndsTheLoop() {
    IOException failure = new IOException("two");
    assertThatThrownBy(() -> map(List.of(1, 2, 3), n -> noteUnlessTwo(n, failure)))
        .isSameAs(failure);
    assertThat(seen).containsExactly(1);
  }

  @Test
  void optionsChangeNothing() {
    assertThat(map(List.of(1, 2), n -> -n, concurrency(1), name("negated")))
        .containsExactly(-1, -2);
  }

  @Test
  void optionsAreCheckedBeforeTheBodyRuns() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> map(List.of(1), seen::add, concurrency(1), concurrency(2)));
    assertThat(seen).isEmpty();
  }

  @Test
  void twoListsGoInStep() {
    List<String> names = List.of("a", "b");
    assertThat(map(names, List.of(1, 2), (s, n) -> s.repeat(n))).containsExactly("a", "bb");
  }

  @Test
  void threeListsGoInStep() {
    List<Integer> sums =
        map(List.of(1, 2), List.of(10, 20), List.of(100, 200), (a, b, c) -> a + b + c, name("sum"));
    assertThat(sums).containsExactly(111, 222);
  }

  @Test
  void twoListsOfDifferentLengthsAreRefusedBeforeAnyPair() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> map(List.of(1, 2, 3), List.of(4, 5), (a, b) -> seen.add(a)))
        .withMessage("map must have lists of equal length; found lengths 3 and 2.");
    assertThat(seen).isEmpty();
  }

  @Test
  void threeListsOfDifferentLengthsAreRefusedBeforeAnyTriple() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> map(List.of(1), List.of(2), List.<Integer>of(), (a, b, c) -> seen.add(a)))
        .withMessage("map must have lists of equal length; found lengths 1 and 1 and 0.");
    assertThat(seen).isEmpty();
  }

  private int noteUnlessTwo(int n, IOException failure) throws IOException {
    if (n == 2) {
      throw failure;
    }
    seen.add(n);
    return n;
  }
}
