package dev.jacquard.processor.analyze;

import dev.jacquard.processor.model.Operand;
import dev.jacquard.processor.model.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the blocks of one node take from the block around it; all of them share it. */
final class Captures {

  private final Map<Operand, Integer> places = new LinkedHashMap<>();
  private final List<ValueType> types = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  /**
   * Adds a value, unless it is here already.
   *
   * @param outer what it is in the block around
   * @return its place
   */
  int add(Operand outer, ValueType type, String name) {
    Integer known = places.putIfAbsent(outer, places.size());
    if (known != null) {
      return known;
    }
    types.add(type);
    names.add(name);
    return types.size() - 1;
  }

  /** What they are in the block around, by place. */
  List<Operand> operands() {
    return List.copyOf(places.keySet());
  }

  List<ValueType> types() {
    return types;
  }

  List<String> names() {
    return names;
  }
}
