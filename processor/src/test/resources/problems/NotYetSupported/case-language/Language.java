import static dev.jacquard.Workflows.parallel;
import static dev.jacquard.Workflows.reduce;
import static dev.jacquard.Workflows.sleep;
import static dev.jacquard.Workflows.tryMap;

import dev.jacquard.Outcome;
import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;
import java.util.Optional;

class Language {

  @Task
  static int f(int x) {
    return x;
  }

  @Workflow
  static int statements(List<Integer> xs, int k) {
    while (k > 0) { // ERROR NotYetSupported: found 'while'
      k--;
    }
    do { // ERROR NotYetSupported: found 'do'
      k--;
    } while (k > 0);
    for (int i = 0; i < 3; i++) { // ERROR NotYetSupported: found 'for'
      k += i;
    }
    for (int x : xs) { // ERROR NotYetSupported: Use map over the list
      k += x;
    }
    switch (k) { // ERROR NotYetSupported: found 'switch'
      default:
        k = 1;
    }
    try {
      k = f(k);
    } catch (RuntimeException e) { // ERROR NotYetSupported: found 'catch'
      k = 2;
    } finally {
      k = 4;
    }
    try {
      k = f(k);
    } finally { // ERROR NotYetSupported: found 'finally'
      k = 3;
    }
    if (k > 3) throw new IllegalStateException(); // ERROR NotYetSupported: found 'throw'
    return k;
  }

  @Workflow
  static int expressions(List<Integer> xs, int k) {
    List<Outcome<Integer>> outcomes = tryMap(xs, x -> f(x)); // ERROR NotYetSupported: found 'tryMap'
    Optional<Integer> sum = reduce(xs, (a, b) -> a + b); // ERROR NotYetSupported: found 'reduce'
    parallel(() -> f(1), () -> f(2)); // ERROR NotYetSupported: found 'parallel'
    sleep("5s"); // ERROR NotYetSupported: found 'sleep'
    return switch (k) { // ERROR NotYetSupported: found 'switch'
      case 1 -> 2;
      default -> 3;
    };
  }
}
