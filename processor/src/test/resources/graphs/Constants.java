import static dev.jacquard.Workflows.*;

import dev.jacquard.*;
import java.util.*;

class Constants {
  private static final long MASK = 0xFFL << 4;

  @Workflow
  static String folded() {
    final int k = 4;
    int i = Library.LIMIT + k * 2;
    return Library.PREFIX + i + MASK + (char) ('a' + 1) + (k > 3 ? "yes" : "no") + (byte) 200 + -k + !true;
  }

  @Workflow
  static double numbers(double d) {
    return d * (1 / 2) + 7 / 2.0 + Integer.MAX_VALUE + 1 + (5 & 3 | 8 ^ 1) + (float) 1e40 + 0x1p-3 + -2147483648;
  }

  @Workflow
  static int unfolded(int i) {
    return 1 / 0 + 5 % 0 + i;
  }

  @Workflow
  static boolean enums(Library.Color color, String text) {
    Library.Color other = Library.Color.GREEN;
    return color == Library.Color.RED || other != color || text == null || null != color;
  }
}
