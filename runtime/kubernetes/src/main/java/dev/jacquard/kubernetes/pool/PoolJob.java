package dev.jacquard.kubernetes.pool;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One Job of a pool: the pods that it has been asked for. Forgets those that have ended. */
final class PoolJob {

  /** As many indexes as Kubernetes keeps account of without further conditions. */
  static final int MOST = 100_000;

  private final int number;
  private final TreeMap<Integer, Slot> open = new TreeMap<>();
  private int size;
  private boolean over;

  PoolJob(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /** How many it has been asked for in all. */
  int size() {
    return size;
  }

  /** Returns the slot of an index, made if it has never been heard of, as after a restart. */
  Slot slot(int index) {
    if (index >= size) {
      grow(index + 1 - size);
    }
    Slot slot = open.get(index);
    return slot == null ? Slot.past() : slot;
  }

  void grow(int by) {
    for (int i = 0; i < by; i++) {
      open.put(size++, new Slot());
    }
  }

  /** Returns those that have not ended. */
  Stream<Slot> slots() {
    return open.values().stream();
  }

  void ended(int index) {
    slot(index).ended();
    open.remove(index);
  }

  /**
   * Whether more pods may be asked of it. One all of whose pods have ended is at its end. One whose
   * last pod ends just now may be, by the time that it hears of this: then {@link #over} says so.
   */
  boolean takesMore() {
    return size == 0 || (!over && size < MOST && !open.isEmpty());
  }

  /** What has not been made will not be. */
  void over() {
    over = true;
    List<Integer> never =
        open.entrySet().stream()
            .filter(entry -> entry.getValue().pod().isEmpty())
            .map(Map.Entry::getKey)
            .toList();
    never.forEach(this::ended);
  }
}
