import static dev.jacquard.Workflows.*;

import dev.jacquard.*;
import java.util.*;

class Assignments {
  @Workflow
  static long narrow(byte b, char c, short s, int i, long l, float f, double d) {
    b += 300;
    c += 1;
    s *= 2.5;
    i -= l;
    i <<= 2;
    l >>>= i;
    f /= d;
    d %= 3;
    b++;
    --c;
    return b + c + s + i + l + (long) f + (long) d;
  }

  @Workflow
  static int values(int i) {
    int a = i++ + ++i;
    int b = i-- - (i = 5);
    return (a = b) + (b += 2) + a;
  }

  @Workflow
  static Integer boxes(Integer a, Long b, Boolean c) {
    a += 1;
    a++;
    b -= a;
    c &= b > 3;
    return c ? a-- : a;
  }

  @Workflow
  static String text(String s, int x) {
    s += x + 1;
    s += null;
    return s += 'c';
  }
}
