import static dev.jacquard.Workflows.*;

import dev.jacquard.*;
import java.util.*;

class Texts {
  @Workflow
  static String parts(int i, char c, double d, Integer box, String s, Library.Point point, List<String> list) {
    return 1 + 2 + "a" + 'b' + i + c + (i + c) + d + 1.5 + box + s + ("x" + i) + point + list + null;
  }

  @Workflow
  static String sidesOfDifferentTypes(Integer x, boolean b) {
    return "x " + (x == null ? "none" : x + 1) + (b ? Library.f(2) : "no call");
  }

  @Workflow
  static boolean asObject(String text, boolean b) {
    return Objects.equals(Optional.empty(), b ? Optional.of(Library.f(text)) : null);
  }
}
