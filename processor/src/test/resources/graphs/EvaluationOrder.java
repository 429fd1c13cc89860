import static dev.jacquard.Workflows.*;

import dev.jacquard.*;
import java.util.*;

class EvaluationOrder {
  @Workflow
  static int operators(int a, int b, int c) {
    return a / b + Library.f(c) * a % b - Library.g(a);
  }

  @Workflow
  static int arguments(int a, int b) {
    return Library.pair(a / b, Library.f(Library.pair(b / a, a + b)) / b);
  }

  @Workflow
  static int safePartsWait(int a, int b) {
    return (a + b) * Library.f(a) + (a - b);
  }

  @Workflow
  static int assignments(int a) {
    int b = a + (a = Library.f(a)) * a + (a += 2);
    return b + a;
  }

  @Workflow
  static int unboxedFirst(Integer a, int b) {
    return a + Library.f(b);
  }

  @Workflow
  static String texts(Integer a, List<Integer> list) {
    return "a" + list.get(0) + Library.f(a) + list.get(1);
  }
}
