import static dev.jacquard.Workflows.*;

import dev.jacquard.*;
import java.util.*;

class Calls {
  @Workflow
  static int varargs(int a, Integer b, int[] array) {
    int none = Library.sum();
    int some = Library.sum(1, a / b, Library.f(a), b);
    int given = Library.sum(array);
    return none + some + given + (int) Library.mean("m", a, 2L, 'c');
  }

  @Workflow
  static int subWorkflows(int a) {
    int b = varargs(a, null, new int[] {1, a});
    nothing("x");
    return b + subWorkflows(b);
  }

  @Workflow
  static void nothing(String text) {
    Library.f(1);
    Library.log(text);
    Integer.parseInt(text);
    text.length();
  }

  @Workflow
  static int arrays(int[] array, double[] others, int i) {
    double[] made = {1, i, others[0]};
    return array[i] + array.length + (int) made[array[0]];
  }

  @Workflow
  static int scopes(int x) {
    {
      int y = Library.f(x);
      x = y;
    }
    {
      String y = "" + x;
      x = Library.f(y).length();
    }
    if (x > 0) {
      int y = Library.f(x);
      return y;
    } else {
      int y = Library.g(x);
      return y;
    }
  }
}
