import static dev.jacquard.Workflows.concurrency;
import static dev.jacquard.Workflows.filter;
import static dev.jacquard.Workflows.map;
import static dev.jacquard.Workflows.name;

import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;

class Options {

  static final int NONE = 0;

  @Task
  static int f(int x) {
    return x;
  }

  @Workflow
  static List<Integer> run(List<Integer> xs, int k) {
    List<Integer> a = map(xs, x -> f(x), concurrency(NONE)); // ERROR BadOption: 'concurrency' must be 1 or more; found 0
    List<Integer> b = filter(a, x -> x > 1, name("a/b")); // ERROR BadOption: 'name' must be a text without '/'
    List<Integer> c = map(b, x -> f(x), name(" ")); // ERROR BadOption: found " "
    List<Integer> d =
        map(
            c,
            x -> f(x),
            concurrency(
                -1)); // ERROR BadOption: found -1
    return map(d, x -> f(x), concurrency(k), name("of " + k));
  }
}
