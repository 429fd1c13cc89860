import static dev.jacquard.Workflows.*;

import dev.jacquard.*;
import java.util.*;

class ShortCircuit {
  @Workflow
  static boolean pure(boolean a, boolean b, int x) {
    return a && b || !a && x > 0 & b;
  }

  @Workflow
  static boolean calls(boolean a, int x) {
    return a && Library.test(x) || Library.test(x + 1) && 10 / x > 1;
  }

  @Workflow
  static boolean assignment(boolean a, int x) {
    int y = 0;
    boolean b = a || (y = x) > 3;
    return b && y > 0;
  }

  @Workflow
  static int inCondition(Boolean a, int x) {
    if (a && !(Library.test(x))) {
      x = Library.f(x);
    }
    return x;
  }
}
