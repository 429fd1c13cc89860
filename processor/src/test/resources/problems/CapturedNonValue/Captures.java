import static dev.jacquard.Workflows.map;

import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;

class Captures {

  @Task
  static int f(int x) {
    return x;
  }

  @Workflow
  static List<Boolean> run(List<Integer> xs) {
    Object first = xs.get(0);
    Number number = 3;
    return map(
        xs,
        x -> x.equals(first) // ERROR CapturedNonValue: found 'first' of type java.lang.Object
            && number == null); // ERROR CapturedNonValue: found 'number' of type java.lang.Number
  }
}
