import static dev.jacquard.Workflows.*;

import dev.jacquard.*;
import java.util.*;

class EarlyReturns {
  @Workflow
  static int guards(int x, int y) {
    if (x < 0) return -1;
    int z = Library.f(x);
    if (z == y) {
      return y;
    } else {
      z = Library.g(z);
    }
    return z + x;
  }

  @Workflow
  static int inElse(int x) {
    if (Library.test(x)) {
      x = Library.f(x);
    } else {
      return 0;
    }
    return x;
  }

  @Workflow
  static int bothArms(int x) {
    if (x > 0) {
      return Library.f(x);
    } else {
      return Library.g(x);
    }
  }

  @Workflow
  static int mixed(int x, boolean b) {
    int y = 1;
    if (b) {
      if (x > 2) return Library.f(1);
      y = Library.f(x);
    }
    Library.log("y=" + y);
    return y;
  }

  @Workflow
  static int mixedInBlocks(int x, boolean b) {
    {
      if (b) {
        {
          if (x > 2) return 2;
        }
      } else if (x > 1) {
        return 1;
      }
      x = Library.f(x);
    }
    return x;
  }

  @Workflow
  static void nothing(int x, boolean b) {
    if (b) {
      if (x > 1) return;
      Library.log("b");
    }
    Library.log("x");
    if (x == 7) {
      Library.log("seven");
      return;
    }
  }
}
