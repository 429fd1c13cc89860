import static dev.jacquard.Workflows.*;

import dev.jacquard.*;
import java.util.*;

class MergedVariables {
  @Workflow
  static int one(int x) {
    int y = 1;
    if (x > 0) {
      y = Library.f(x);
    }
    return y;
  }

  @Workflow
  static String several(int x) {
    int y;
    String text = "a";
    if (x > 0) {
      y = Library.f(x);
      text += y;
    } else if (x < -5) {
      y = 3;
    } else {
      int z = Library.g(x);
      y = z + 1;
      x = z;
    }
    return text + y + x;
  }

  @Workflow
  static int nested(boolean a, boolean b, int x) {
    if (a) {
      if (b) x = Library.f(x);
      Library.log("a");
    }
    return x;
  }
}
