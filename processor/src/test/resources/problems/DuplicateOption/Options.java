import static dev.jacquard.Workflows.concurrency;
import static dev.jacquard.Workflows.map;
import static dev.jacquard.Workflows.name;

import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;

class Options {

  @Task
  static int f(int x) {
    return x;
  }

  @Workflow
  static List<Integer> run(List<Integer> xs, int k) {
    List<Integer> ys =
        map(
            xs,
            Options::f,
            concurrency(k),
            name("a"),
            concurrency(2)); // ERROR DuplicateOption: found 'concurrency' a second time
    return map(
        ys,
        Options::f,
        name("a"),
        name("b")); // ERROR DuplicateOption: found 'name' a second time
  }
}
