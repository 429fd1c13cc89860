import dev.jacquard.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

class Tasks {

  @Task
  static int arrays(int[] xs, double[] ys) {
    xs[0] = 1; // ERROR ArgumentModified: found 'xs[0] = 1' of parameter 'xs'
    xs[1] += 2; // ERROR ArgumentModified: of parameter 'xs'
    (xs)[2]++; // ERROR ArgumentModified: of parameter 'xs'
    Arrays.sort(ys); // ERROR ArgumentModified: of parameter 'ys'
    int[] copy = xs.clone();
    copy[0] = 1;
    return xs[0];
  }

  @Task
  static int collections(List<Integer> xs, Map<String, Integer> map, List<Integer> copied) {
    xs.add(1); // ERROR ArgumentModified: found 'xs.add(1)' of parameter 'xs'
    map.put("a", 1); // ERROR ArgumentModified: of parameter 'map'
    Collections.sort(xs); // ERROR ArgumentModified: of parameter 'xs'
    Runnable later = () -> xs.clear(); // ERROR ArgumentModified: of parameter 'xs'
    copied = new ArrayList<>(copied);
    copied.add(1);
    List<Integer> local = new ArrayList<>(xs);
    local.add(2);
    return xs.size();
  }

  int noTask(List<Integer> xs) {
    xs.add(1);
    return 1;
  }
}
