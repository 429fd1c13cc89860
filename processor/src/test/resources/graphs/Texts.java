import static dev.jacquard.Workflows.*;

import dev.jacquard.*;
import java.util.*;

class Texts {
  @Workflow
  static String parts(int i, char c, double d, Integer box, String s, Library.Point point, List<String> list) {
    return 1 + 2 + "a" + 'b' + i + c + (i + c) + d + 1.5 + box + s + ("x" + i) + point + list + null;
  }
}
