import static dev.jacquard.Workflows.map;
import static dev.jacquard.Workflows.sortedKeys;

import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

class Views {

  record Holder(Set<String> set) {}

  @Task
  static int f(String x) {
    return 1;
  }

  @Workflow
  static List<Integer> run(Set<String> set, Map<String, Integer> counts, Holder holder) {
    List<Integer> a = map(List.copyOf(set), x -> f(x)); // ERROR UnorderedIteration: List.copyOf(set)
    List<Integer> b = map(new ArrayList<>(set), x -> f(x)); // ERROR UnorderedIteration: new ArrayList<>(set)
    List<Integer> c = map(new ArrayList<>(counts.keySet()), x -> f(x)); // ERROR UnorderedIteration: sortedKeys(map)
    List<Integer> d = List.copyOf(counts.values()); // ERROR UnorderedIteration: List.copyOf(counts.values())
    Set<String> keys = counts.keySet(); // ERROR UnorderedIteration: counts.keySet()
    long n = set.stream().count(); // ERROR UnorderedIteration: set.stream()
    for (String key : set) { // ERROR UnorderedIteration: 'set'
      f(key);
    }
    for (int count : counts.values()) { // ERROR UnorderedIteration: counts.values()
      f("" + count);
    }
    String text = "set " + set; // ERROR UnorderedIteration: the text of 'set'
    String deep = "holder " + holder; // ERROR UnorderedIteration: the text of 'holder'
    return map(sortedKeys(counts), x -> f(x));
  }
}
