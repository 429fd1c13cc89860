import static dev.jacquard.Workflows.concurrency;
import static dev.jacquard.Workflows.map;

import dev.jacquard.Body;
import dev.jacquard.MapOption;
import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;

class Expressions {

  static int counter;

  @Task
  static int f(int x) {
    return x;
  }

  @Workflow
  static List<Integer> run(List<Integer> xs, int[] array) {
    counter = 1; // ERROR UnsupportedExpression: an assignment to 'counter'
    counter += 1; // ERROR UnsupportedExpression: an assignment to 'counter'
    counter++; // ERROR UnsupportedExpression: an assignment to 'counter'
    array[0] = 2; // ERROR UnsupportedExpression: an assignment to 'array[0]'
    int[] made = new int[3]; // ERROR UnsupportedExpression: an array that is not one of primitives
    String[] texts = {"a"}; // ERROR UnsupportedExpression: an array that is not one of primitives
    Object anonymous = new Object() {}; // ERROR UnsupportedExpression: an anonymous class
    Class<?> type = String.class; // ERROR UnsupportedExpression: 'String.class', which is no value
    MapOption option = concurrency(3); // ERROR UnsupportedExpression: the option 'concurrency' outside
    Body<Integer, Integer, RuntimeException> body = x -> f(x); // ERROR UnsupportedExpression: a function outside of a verb's call
    List<Integer> ys = map(xs, body, option);
    List<Integer> zs = map(ys, array.length > 1 ? x -> f(x) : x -> x); // ERROR UnsupportedExpression: as the body of a verb
    return map(zs, x -> f(x), array.length > 1 ? concurrency(3) : concurrency(4)); // ERROR UnsupportedExpression: an option that is not written in place
  }
}
