package dev.jacquard;

import static dev.jacquard.Workflows.filter;
import static dev.jacquard.Workflows.flatMap;
import static dev.jacquard.Workflows.name;
import static dev.jacquard.Workflows.range;
import static dev.jacquard.Workflows.sortedKeys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import org.junit.jupiter.api.Test;

class ListVerbsTest {

  @Test
  void filterKeepsOrderAndNulls() {
    List<String> items = Arrays.asList("b", null, "c", "a", null);
    assertThat(filter(items, s -> !Objects.equals(s, "c"))).containsExactly("b", null, "a", null);
  }

  @Test
  void filterThrowsWhatItsConditionThrows() {
    IOException failure = new IOException();
    assertThatThrownBy(() -> filter(List.of(1), n -> failWith(failure))).isSameAs(failure);
  }

  @Test
  void filterMayWidenItsElements() {
    List<Number> numbers = filter(List.of(1, 2), n -> n.intValue() > 1, name("large"));
    assertThat(numbers).containsExactly(2);
    assertThatThrownBy(() -> numbers.add(0.5)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void flatMapJoinsInOrder() {
    List<Integer> joined =
        flatMap(List.of(2, 0, 1), n -> Collections.nCopies(n, n == 1 ? null : n));
    assertThat(joined).containsExactly(2, 2, null);
    assertThatThrownBy(joined::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void flatMapThrowsWhatItsBodyThrows() {
    IOException failure = new IOException();
    assertThatThrownBy(() -> flatMap(List.of(1), n -> List.of(failWith(failure))))
        .isSameAs(failure);
  }

  @Test
  void flatMapWantsAList() {
    assertThatThrownBy(() -> flatMap(List.of(1), n -> (List<Integer>) null))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void rangeCountsFromZero() {
    assertThat(range(4)).containsExactly(0, 1, 2, 3);
    assertThat(range(4)).isEqualTo(List.of(0, 1, 2, 3)).hasSameHashCodeAs(List.of(0, 1, 2, 3));
    assertThat(range(0)).isEmpty();
  }

  @Test
  void rangeStoresNothing() {
    List<Integer> all = range(Integer.MAX_VALUE);
    assertThat(all).isInstanceOf(RandomAccess.class);
    assertThat(all.size()).isEqualTo(Integer.MAX_VALUE);
    assertThat(all.get(2_000_000_000)).isEqualTo(2_000_000_000);
    assertThat(all.contains(2_000_000_000)).isTrue();
    assertThat(all.indexOf(2_000_000_000)).isEqualTo(2_000_000_000);
    assertThat(all.lastIndexOf(-1)).isEqualTo(-1);
    assertThat(all.contains(Integer.MAX_VALUE)).isFalse();
    assertThat(((Collection<?>) all).contains("1")).isFalse();
  }

  @Test
  void rangeCannotBeModified() {
    List<Integer> three = range(3);
    assertThatThrownBy(() -> three.set(0, 1)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> three.removeAll(List.of(1)))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> three.add(3)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> three.get(3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void rangeRefusesANegativeLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> range(-1))
        .withMessage("range must have a length of 0 or more; found -1.");
  }

  @Test
  void sortedKeysStandInTheirNaturalOrder() {
    assertThat(sortedKeys(Map.of("b", 1, "a", 2, "c", 3))).containsExactly("a", "b", "c");
    Map<LocalDate, String> byDay = Map.of(LocalDate.MAX, "never", LocalDate.EPOCH, "first");
    assertThat(sortedKeys(byDay)).containsExactly(LocalDate.EPOCH, LocalDate.MAX);
  }

  @Test
  void aNullKeyStandsFirst() {
    Map<Integer, String> map = new HashMap<>(Map.of(-1, "", 1, ""));
    map.put(null, "");
    List<Integer> keys = sortedKeys(map);
    assertThat(keys).containsExactly(null, -1, 1);
    assertThatThrownBy(keys::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  private static boolean failWith(IOException failure) throws IOException {
    throw failure;
  }
}
