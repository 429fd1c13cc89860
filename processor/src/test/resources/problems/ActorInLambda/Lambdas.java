import static dev.jacquard.Workflows.filter;
import static dev.jacquard.Workflows.map;

import dev.jacquard.Actor;
import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;

class Lambdas {

  @Actor
  static final class Detector implements AutoCloseable {
    Detector(int x) {}

    @Task
    int f(int x) {
      return x;
    }

    @Override
    public void close() {}
  }

  @Workflow
  static List<Integer> run(List<Integer> xs) {
    List<Integer> a =
        map(
            xs,
            x -> {
              var d = new Detector(x); // ERROR ActorInLambda: found 'new Detector' in what runs for each element
              return d.f(x) + d.f(1);
            });
    List<Integer> b = map(xs, x -> new Detector(x).f(x)); // ERROR ActorInLambda: found 'new Detector'
    List<Integer> c =
        filter(
            xs,
            x -> {
              if (x > 1) {
                try (var d = new Detector(1)) { // ERROR ActorInLambda: found 'new Detector'
                  return d.f(x) > 1;
                }
              }
              return true;
            });
    return map(map(xs, Detector::new), d -> d.f(1)); // ERROR ActorInLambda: found 'new Detector'
  }
}
