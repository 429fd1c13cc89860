package dev.jacquard.engine.schedule;

import dev.jacquard.engine.plan.MapPlan;
import dev.jacquard.spi.VerbRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a map and their results, in one packed column: nothing is kept for an element
 * that waits. Different elements may be read and stored by different threads.
 */
final class MapItems {

  private final MapPlan.Collect collect;
  private final List<?>[] lists;
  private final @Nullable Object[] results;

  private MapItems(MapPlan.Collect collect, List<?>[] lists) {
    this.collect = collect;
    this.lists = lists;
    this.results = new @Nullable Object[lists[0].size()];
  }

  static MapItems of(MapPlan plan, List<@Nullable Object> values) {
    List<List<?>> lists = new ArrayList<>(values.size());
    for (Object value : values) {
      if (!(value instanceof List<?> list)) {
        throw new NullPointerException("map must be given a list; found null.");
      }
      lists.add(
          list instanceof RandomAccess
              ? list
              : Collections.unmodifiableList(new ArrayList<>(list)));
    }
    switch (lists.size()) {
      case 2 -> VerbRules.checkLengths(lists.get(0).size(), lists.get(1).size());
      case 3 ->
          VerbRules.checkLengths(lists.get(0).size(), lists.get(1).size(), lists.get(2).size());
      default -> {}
    }
    return new MapItems(plan.collect(), lists.toArray(List<?>[]::new));
  }

  int size() {
    return results.length;
  }

  int width() {
    return lists.length;
  }

  void load(int index, @Nullable Object[] row) {
    for (int i = 0; i < lists.length; i++) {
      row[i] = lists[i].get(index);
    }
  }

  /** Returns the elements in a range that a slot gets; null if it gets none. */
  @Nullable List<?> column(int slot, int from, int to) {
    return slot < lists.length ? lists[slot].subList(from, to) : null;
  }

  /**
   * Takes the result of an element; throws what plain Java would for a result that cannot be used.
   */
  void store(int index, @Nullable Object result) {
    if (collect == MapPlan.Collect.FLAT && result == null) {
      throw new NullPointerException("flatMap must be given a list for each element; found null.");
    }
    results[index] = result;
  }

  List<?> collect() {
    return switch (collect) {
      case LIST -> Collections.unmodifiableList(Arrays.asList(results));
      case FILTER -> filtered();
      case FLAT -> flattened();
    };
  }

  private List<?> filtered() {
    List<@Nullable Object> kept = new ArrayList<>();
    for (int i = 0; i < results.length; i++) {
      if (Boolean.TRUE.equals(results[i])) {
        kept.add(lists[0].get(i));
      }
    }
    return Collections.unmodifiableList(kept);
  }

  private List<?> flattened() {
    List<@Nullable Object> flat = new ArrayList<>();
    for (Object result : results) {
      if (result instanceof List<?> list) {
        flat.addAll(list);
      }
    }
    return Collections.unmodifiableList(flat);
  }
}
