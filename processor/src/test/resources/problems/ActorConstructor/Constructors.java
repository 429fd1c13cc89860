import dev.jacquard.Actor;
import dev.jacquard.Task;
import dev.jacquard.Workflow;

class Constructors {

  @Actor
  static final class Detector {
    Detector(int x) {}

    private Detector(String text) {}

    <T> Detector(T one, int two) {}

    Detector(Thread thread) {}

    @Task
    int f(int x) {
      return x;
    }
  }

  @Workflow
  static int run(int k) {
    var a = new Detector("x"); // ERROR ActorConstructor: must be visible in the package of its class; found private 'Detector(java.lang.String)'
    var b = new Detector(k, 2); // ERROR ActorConstructor: must be without type parameters
    var c = new Detector((Thread) null); // ERROR UnserializableType: Parameter 'thread' of an actor's constructor must be a value
    var d = new Detector(k);
    return a.f(k) + b.f(k) + c.f(k) + d.f(k);
  }
}
