import dev.jacquard.Actor;
import dev.jacquard.Task;
import dev.jacquard.Workflow;

class Places {

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

  @Task
  static int g(int x) {
    return x;
  }

  @Workflow
  static int run(int k) {
    int a = new Detector(1).f(k); // ERROR ActorPlace: found 'new Detector' in an expression
    int b = g(new Detector(2).f(g(k))); // ERROR ActorPlace: found 'new Detector' in an expression
    Detector chosen = k > 1 ? new Detector(1) : new Detector(2); // ERROR ActorPlace: found 'k > 1 ?
    Detector cast = (Detector) new Detector(3); // ERROR ActorPlace: found 'new Detector' in an expression
    Detector later; // ERROR ActorPlace: found 'later' without 'new'
    if (k > 1) {
      later = new Detector(4);
    } else {
      later = new Detector(5);
    }
    Detector none = null; // ERROR ActorPlace: found 'none' without 'new'
    return a + b + chosen.f(k) + cast.f(k) + later.f(k) + none.f(k);
  }

  @Workflow
  static int resource(int k) {
    try (Detector d = k > 1 ? null : new Detector(1)) { // ERROR ActorPlace: found 'k > 1 ?
      return d.f(k);
    }
  }

  @Workflow
  static int fine(int k) {
    new Detector(1);
    if (k > 1) {
      var d = (new Detector(g(k)));
      return (d).f(k);
    }
    final Object unused = new Detector(2);
    return k;
  }
}
