import static dev.jacquard.Workflows.*;

import dev.jacquard.*;
import java.util.*;

class Conversions {
  @Workflow
  static double promotion(byte b, char c, int i, long l, float f) {
    double sum = b + c;
    sum = i * l + sum;
    sum = i / f - sum;
    boolean less = b < l && c == i && f >= l;
    int shifted = (i << l) + (b >> 2);
    long shiftedLong = l >>> i;
    return ~b + -c + +i + (less ? shifted : shiftedLong);
  }

  @Workflow
  static long casts(double d, long l, int i, Integer box) {
    byte b = (byte) i;
    char c = (char) (i + 1);
    int x = (int) d + (int) l + (short) d;
    Long boxed = (long) i;
    Integer y = (Integer) x;
    return b + c + x + (long) box + boxed + y;
  }

  @Workflow
  static Long boxing(Integer a, int b, Character c) {
    int sum = a + b;
    Integer box = sum;
    long wide = box;
    double d = Library.mean("d", a, b, 'c', wide);
    boolean same = a == b;
    Byte small = 5;
    return wide + small + c;
  }
}
