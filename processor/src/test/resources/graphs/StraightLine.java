import static dev.jacquard.Workflows.*;

import dev.jacquard.*;
import java.util.*;

class StraightLine {
  @Workflow
  static int run(int a, String text) {
    var first = Library.f(a);
    final int second = Library.f(first);
    int third = Library.g(second), fourth = third;
    ;
    {
      int fifth = Library.f(fourth);
      third = Library.pair(fifth, third);
    }
    String other = Library.f(text);
    return Library.pair(third, Library.f(7));
  }
}
