import static dev.jacquard.Workflows.map;

import dev.jacquard.Actor;
import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;
import java.util.Objects;

class Values {

  @Actor
  static final class Detector {
    @Task
    int f(int x) {
      return x;
    }
  }

  @Workflow
  static int run(List<Integer> xs, int k) {
    Detector d = new Detector();
    var e = new Detector();
    var other = d; // ERROR ActorPassedOn: found 'd' as a value
    int a = List.of(d).size(); // ERROR ActorPassedOn: found 'd' as a value
    boolean b = d == e; // ERROR ActorPassedOn: found 'd == e' as a value
    boolean c = d != null; // ERROR ActorPassedOn: found 'd'
    boolean f = Objects.equals(k, e); // ERROR ActorPassedOn: found 'e'
    String text = "of " + d; // ERROR ActorPassedOn: found 'd'
    List<Detector> g = map(xs, x -> d); // ERROR ActorPassedOn: found 'd'
    int h = ((Detector) d).f(1); // ERROR ActorPassedOn: found 'd'
    return other.f(k) + a + h + d.f(k);
  }
}
