import dev.jacquard.Actor;
import dev.jacquard.Task;
import dev.jacquard.Workflow;

class Statements {

  @Workflow
  static int run(int x) {
    assert x > 0; // ERROR UnsupportedStatement: found 'assert'
    synchronized (Statements.class) { // ERROR UnsupportedStatement: found 'synchronized'
      x++;
    }
    record Local(int a) {} // ERROR UnsupportedStatement: found a local class
    enum Size { SMALL } // ERROR UnsupportedStatement: found a local class
    return x + Size.SMALL.ordinal();
  }

  @Workflow
  static int resources(int x) throws Exception {
    var made = new Detector();
    try (made) { // ERROR UnsupportedStatement: found the resource 'made', which makes no actor
      try (Closing closing = new Closing(x)) { // ERROR UnsupportedStatement: found the resource
        return closing.x() + made.f(x);
      }
    }
  }

  record Closing(int x) implements AutoCloseable {
    @Override
    public void close() {}
  }

  @Actor
  static final class Detector implements AutoCloseable {
    @Task
    int f(int x) {
      return x;
    }

    @Override
    public void close() {}
  }
}
