import static dev.jacquard.Workflows.concurrency;
import static dev.jacquard.Workflows.filter;
import static dev.jacquard.Workflows.map;

import dev.jacquard.Actor;
import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;

class Actors {

  @Actor
  static class Detector implements AutoCloseable {
    Detector(String model, int... weights) {}

    @Task
    boolean isAnomalous(int point) {
      return point > 1;
    }

    @Task
    void train(int point) {}

    @Task
    static int score(int point) {
      return point;
    }

    @Override
    public void close() {}
  }

  @Actor
  static class Counter {
    @Task
    int count(List<Boolean> flags) {
      return flags.size();
    }
  }

  @Workflow
  static List<Boolean> boundReference(List<Integer> points) {
    try (var detector = new Detector("iforest-v3")) {
      return map(points, detector::isAnomalous);
    }
  }

  @Workflow
  static int local(List<Integer> points, int k) {
    final Detector detector = new Detector("a" + k, k, 2);
    List<Boolean> flags = map(points, p -> p > k && detector.isAnomalous(p), concurrency(2));
    detector.train(k);
    detector.isAnomalous(k);
    new Counter();
    var counter = new Counter();
    return d(counter.count(flags), Detector.score(k));
  }

  @Task
  static int d(int a, int b) {
    return a + b;
  }

  @Workflow
  static int nested(List<List<Integer>> rows, int k) {
    int sum = k;
    try (Detector d = new Detector("x");
        Detector e = new Detector("y", k)) {
      List<List<Integer>> kept = map(rows, row -> filter(row, p -> (d).isAnomalous(p + k)));
      try (Detector inner = new Detector("z")) {
        sum += kept.size();
        sum += e.isAnomalous(sum) && inner.isAnomalous(k) ? 1 : 2;
      }
      d.train(sum);
    }
    return sum + k;
  }

  @Workflow
  static int earlyReturns(int k) {
    try (Detector d = new Detector("x")) {
      if (d.isAnomalous(k)) {
        return 1;
      }
      if (k > 2) {
        var inArm = new Counter();
        return inArm.count(List.of(d.isAnomalous(k)));
      }
      d.train(k);
    }
    return d(k, k);
  }

  @Workflow
  static void nothing(int k) {
    try (Detector d = new Detector("x")) {
      if (d.isAnomalous(k)) {
        return;
      }
      d.train(k);
    }
  }
}
