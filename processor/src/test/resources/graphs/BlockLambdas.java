import static dev.jacquard.Workflows.*;

import dev.jacquard.*;
import java.util.*;

class BlockLambdas {
  @Workflow
  static List<Integer> statements(List<Integer> xs, int k) {
    return map(
        xs,
        x -> {
          int y = Library.f(x);
          if (y > k) {
            return Library.g(y);
          }
          Library.log("small " + y);
          if (y == 0) {
            y = 1;
          }
          return 10 / y;
        });
  }

  @Workflow
  static List<List<Integer>> nested(List<List<Integer>> rows, int k) {
    return map(
        rows,
        row -> {
          if (row.isEmpty()) return row;
          int n = Library.f(row.size());
          return map(row, x -> Library.pair(x, n + k));
        },
        concurrency(2));
  }

  @Workflow
  static List<Integer> inBranches(List<Integer> xs, boolean b, int k) {
    if (b) {
      return flatMap(xs, x -> b ? map(xs, y -> Library.pair(x, y)) : List.of());
    }
    int same = k;
    return map(xs, x -> same);
  }
}
