package dev.jacquard.spi;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the collections of {@code @Default}s in generated stubs: unmodifiable, in the order of the
 * source, null wherever the source has it.
 *
 * <p>Stateless and thread-safe.
 */
public final class DefaultValues {

  private DefaultValues() {}

  /**
   * Makes a list.
   *
   * @param elements its elements, which it keeps
   * @param <T> an element
   * @return the list
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is not handed out, only read
  public static <T> List<T> list(T... elements) {
    return Collections.unmodifiableList(Arrays.asList(elements));
  }

  /**
   * Makes a set.
   *
   * @param elements its elements, which differ
   * @param <T> an element
   * @return the set
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is not handed out, only read
  public static <T> Set<T> set(T... elements) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(elements)));
  }

  /**
   * Makes a map.
   *
   * @param keys its keys, which differ
   * @param values as many values
   * @param <K> a key
   * @param <V> a value
   * @return the map
   */
  public static <K, V> Map<K, V> map(List<K> keys, List<V> values) {
    Map<K, V> map = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      map.put(keys.get(i), values.get(i));
    }
    return Collections.unmodifiableMap(map);
  }
}
