import static dev.jacquard.Workflows.map;

import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

class Calls {

  @Task
  static int countWords(String text) {
    return text.length();
  }

  static int helper(int x) {
    return x;
  }

  static int countWord(String text) {
    return 0;
  }

  @Workflow
  static int unmarked(int x, String text) {
    int a = helper(x); // ERROR UnknownCall: found 'helper'. Mark 'helper' as @Task
    int b = countWord(text); // ERROR UnknownCall: found 'countWord'. Call the task 'countWords'
    return a + b;
  }

  @Workflow
  static List<Integer> inside(List<Integer> xs, List<String> texts) {
    List<Integer> a = map(xs, x -> 1 + helper(x)); // ERROR UnknownCall: found 'helper'
    List<Integer> b = map(xs, Calls::helper); // ERROR UnknownCall: found 'Calls::helper'
    return map(
        xs,
        x -> {
          if (x > 1) {
            return map(texts, t -> helper(x)).get(0); // ERROR UnknownCall: found 'helper'
          }
          return x;
        });
  }

  @Workflow
  static void surroundings(String name, List<Integer> xs) {
    System.out.println(name); // ERROR UnknownCall: Read and write in a @Task(effects = true).
    String home = System.getenv("HOME"); // ERROR UnknownCall: Make it a parameter of the workflow
    xs.add(1); // ERROR UnknownCall: What a workflow holds is not modified
    String lower = name.toLowerCase(); // ERROR UnknownCall: default locale
    String text = String.format("%s", name); // ERROR UnknownCall: default locale
    long n = xs.stream().count(); // ERROR UnknownCall: Use map, filter or flatMap of Workflows
    xs.forEach(x -> helper(x)); // ERROR UnknownCall: found 'xs.forEach'
  }

  @Workflow
  static void chance() {
    Instant now = Instant.now(); // ERROR UnknownCall: read the clock in a @Task
    long millis = System.currentTimeMillis(); // ERROR UnknownCall: read the clock in a @Task
    double roll = Math.random(); // ERROR UnknownCall: draw it in a @Task
    UUID id = UUID.randomUUID(); // ERROR UnknownCall: draw it in a @Task
    Duration taken = Duration.from(Duration.ZERO); // ERROR UnknownCall: found 'Duration.from'
  }
}
