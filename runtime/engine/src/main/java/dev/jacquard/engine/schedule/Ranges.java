package dev.jacquard.engine.schedule;

import java.util.Map;
import java.util.TreeMap;

/** The elements of a map that wait, as ranges: few numbers, however many elements. */
final class Ranges {

  /** Elements from {@code from} to before {@code to}. */
  record Range(int from, int to) {}

  private final TreeMap<Integer, Integer> endByStart = new TreeMap<>();

  Ranges(int size) {
    add(0, size);
  }

  void add(int from, int to) {
    if (from < to) {
      endByStart.put(from, to);
    }
  }

  void clear() {
    endByStart.clear();
  }

  boolean hasBelow(int bound) {
    return !endByStart.isEmpty() && endByStart.firstKey() < bound;
  }

  /** How many elements wait below the bound. */
  int count(int bound) {
    int count = 0;
    for (Map.Entry<Integer, Integer> range : endByStart.headMap(bound, false).entrySet()) {
      count += Math.min(range.getValue(), bound) - range.getKey();
    }
    return count;
  }

  /** Takes up to so many of the lowest elements below the bound, where there are some. */
  Range take(int bound, int count) {
    Map.Entry<Integer, Integer> first = endByStart.pollFirstEntry();
    if (first == null) {
      throw new IllegalStateException("There must be waiting elements to be taken.");
    }
    int from = first.getKey();
    int to = Math.min(Math.min(first.getValue(), bound), from + Math.min(count, bound - from));
    add(to, first.getValue());
    return new Range(from, to);
  }
}
