package dev.jacquard.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DefaultValuesTest {

  @Test
  void collectionsKeepTheirOrderAndMayHoldNull() {
    assertThat(DefaultValues.list("b", null, "a")).containsExactly("b", null, "a");
    assertThat(DefaultValues.set("b", null, "a")).containsExactly("b", null, "a");
    Map<String, Integer> map =
        DefaultValues.map(DefaultValues.list("b", "a"), DefaultValues.list(1, null));
    assertThat(map.toString()).isEqualTo("{b=1, a=null}");
  }

  @Test
  void collectionsAreUnmodifiable() {
    List<Integer> list = DefaultValues.list(1);
    Set<Integer> set = DefaultValues.set(1);
    Map<Integer, Integer> map = DefaultValues.map(list, list);
    assertThatThrownBy(() -> list.set(0, 2)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> set.add(2)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> map.put(2, 2)).isInstanceOf(UnsupportedOperationException.class);
  }
}
