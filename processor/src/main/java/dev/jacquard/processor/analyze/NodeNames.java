package dev.jacquard.processor.analyze;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Makes the ids of a block's nodes unique: {@code count}, {@code count#2}. */
final class NodeNames {

  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> ordinals = new HashMap<>();

  String unique(String name) {
    String id = name;
    while (!taken.add(id)) {
      id = name + "#" + (ordinals.merge(name, 1, Integer::sum) + 1);
    }
    return id;
  }
}
