import static dev.jacquard.Workflows.map;

import dev.jacquard.Actor;
import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;

class Members {

  @Actor
  static final class Detector implements AutoCloseable {
    static final int MOST = 3;
    final int limit = 2;
    int count;

    @Task
    int f(int x) {
      return x;
    }

    int helper(int x) {
      return x;
    }

    @Override
    public void close() {}
  }

  @Workflow
  static List<Integer> run(List<Integer> xs, int k) {
    var d = new Detector();
    int a = d.helper(k); // ERROR ActorMember: found 'd.helper'. Mark the method @Task
    List<Integer> b = map(xs, d::helper); // ERROR ActorMember: found 'd::helper'
    List<Integer> c = map(b, x -> d.helper(x)); // ERROR ActorMember: found 'd.helper'
    int e = d.count + d.f(1); // ERROR ActorMember: found 'd.count'
    int f = d.limit; // ERROR ActorMember: found 'd.limit'
    int g = d.hashCode(); // ERROR ActorMember: found 'd.hashCode'
    boolean h = d.equals(d); // ERROR ActorMember: found 'd.equals'
    String i = d.toString(); // ERROR ActorMember: found 'd.toString'. Call it in a @Task of the actor.
    d.close(); // ERROR ActorMember: found 'd.close'. Remove it: the end of the 'try'
    return map(xs, x -> d.f(x) + Detector.MOST);
  }
}
