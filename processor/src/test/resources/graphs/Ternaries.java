import static dev.jacquard.Workflows.*;

import dev.jacquard.*;
import java.util.*;

class Ternaries {
  @Workflow
  static int pure(boolean a, int x, Integer box) {
    int chosen = a ? x : box;
    return chosen > 0 ? chosen : x > 0 ? -chosen : 1 / x;
  }

  @Workflow
  static int calls(boolean a, int x) {
    int chosen = a ? Library.f(x) : x > 3 ? Library.g(x) : 1;
    return chosen;
  }

  @Workflow
  static Integer boxes(boolean a, String text) {
    Integer found = a ? Library.find(text) : null;
    return a ? found : (Integer) 1;
  }

  @Workflow
  static double promoted(boolean a, int x, double y) {
    return a ? x : y;
  }

  @Workflow
  static List<Integer> poly(boolean a, List<Integer> xs) {
    return map(xs, x -> a ? Library.find("x") : Library.f(x));
  }
}
