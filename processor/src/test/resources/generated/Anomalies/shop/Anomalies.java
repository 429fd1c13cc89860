package shop;

import static dev.jacquard.Workflows.map;

import dev.jacquard.Default;
import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;

public final class Anomalies {

  @Task(retries = 2, timeout = "30s")
  static boolean isAnomalous(int point, int threshold) {
    return point > threshold;
  }

  @Task(effects = true)
  static void page(List<Boolean> flags) {}

  @Workflow
  public static int detect(
      @Default("[10, 12, 100]") List<Integer> points, @Default("11") int threshold) {
    List<Boolean> flags = map(points, p -> isAnomalous(p, threshold));
    page(flags);
    return flags.size();
  }
}
