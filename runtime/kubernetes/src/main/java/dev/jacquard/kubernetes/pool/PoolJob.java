package dev.jacquard.kubernetes.pool;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One Job of a pool: the pods that it has been asked for. Forgets those that have ended. What is
 * heard of one that nobody here has asked for is of an earlier engine: it is taken over, or let go.
 */
final class PoolJob {

  /** As many indexes as Kubernetes keeps account of without further conditions. */
  static final int MOST = 100_000;

  private final int number;
  private final TreeMap<Integer, Slot> open = new TreeMap<>();
  private String template = "";
  private int size;
  private boolean ours;
  private boolean letGo;
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

  /** It is asked for more. */
  void ask(int by) {
    ours = true;
    grow(by);
  }

  private void grow(int by) {
    for (int i = 0; i < by; i++) {
      Slot slot = new Slot();
      if (letGo) {
        slot.leaving();
      }
      open.put(size++, slot);
    }
  }

  /** An earlier engine has asked it for pods; of our own more is known here. */
  void found(int pods, Set<Integer> ended, String written) {
    if (ours || letGo) {
      return;
    }
    template = written;
    if (pods > size) {
      grow(pods - size);
    }
    ended.stream()
        .filter(index -> index < size && slot(index).pod().isEmpty())
        .forEach(this::ended);
  }

  /** Whether its pods are as they would be written now. */
  boolean fits(String wanted) {
    return !over && !template.isEmpty() && template.equals(wanted);
  }

  boolean ours() {
    return ours;
  }

  /** It goes on as if it had been asked for here. */
  void takeOver() {
    ours = true;
    slots().forEach(Slot::inherit);
  }

  /** It gets no more pods, and those that it has go; returns whether that has to be seen to. */
  boolean letGo() {
    boolean there = !over && !letGo && (ours || !template.isEmpty());
    letGo = true;
    slots().forEach(Slot::inherit);
    over();
    slots().forEach(Slot::leaving);
    return there;
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
    return ours && !over && size < MOST && !open.isEmpty();
  }

  /** Whether it was asked for pods, and none of them has come as far as to run. */
  boolean isStuck() {
    return takesMore() && slots().noneMatch(Slot::runs);
  }

  /** How many more may be asked of it. */
  int room() {
    return MOST - size;
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
