import dev.jacquard.Actor;
import dev.jacquard.Task;
import dev.jacquard.Workflow;

class Variables {

  @Actor
  static final class Detector {
    @Task
    int f(int x) {
      return x;
    }
  }

  @Workflow
  static int run(int k) {
    var d = new Detector();
    if (d.f(k) > 1) {
      d = new Detector(); // ERROR ActorReassigned: found 'd = new Detector()'
    }
    Detector e = new Detector();
    e = null; // ERROR ActorReassigned: found 'e = null'
    Object o = new Detector();
    o = k; // ERROR ActorReassigned: found 'o = k'
    return d.f(k) + e.f(k);
  }
}
