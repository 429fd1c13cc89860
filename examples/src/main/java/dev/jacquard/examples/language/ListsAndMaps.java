package dev.jacquard.examples.language;

import static dev.jacquard.Workflows.map;
import static dev.jacquard.Workflows.sortedKeys;

import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;
import java.util.Map;

/**
 * Lists and maps: a body builds and reads them. A map is gone through by its sorted keys, since its
 * own order differs from JVM to JVM.
 */
public final class ListsAndMaps {

  private ListsAndMaps() {}

  /** Returns a line for each key of the stock, and one on what is asked for. */
  @Workflow
  public static List<String> inventory(Map<String, Integer> stock, List<String> asked) {
    List<String> lines = map(sortedKeys(stock), key -> line(key, stock.getOrDefault(key, 0)));
    String first = asked.isEmpty() ? "nothing" : asked.get(asked.size() - 1);
    int there = stock.getOrDefault(first, 0);
    Map<String, Integer> answer = Map.of("there", there, "lines", lines.size());
    return List.of(summary(answer, stock.containsKey(first)), line(first, there));
  }

  @Task
  static String line(String key, int amount) {
    if (amount < 0) {
      throw new IllegalArgumentException(key + ": " + amount);
    }
    return amount + " of " + key;
  }

  @Task
  static String summary(Map<String, Integer> answer, boolean known) {
    return answer.get("there") + " in " + answer.get("lines") + (known ? "" : ", unknown");
  }
}
