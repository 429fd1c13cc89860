import static dev.jacquard.Workflows.map;

import java.util.List;
import dev.jacquard.Workflow;
import dev.jacquard.Task;
import dev.jacquard.Actor;

final class Actors {

  @Actor
  record Point(int x) {} // ERROR BadActor: must be a class; found the record 'Point'

  @Actor
  interface Service {} // ERROR BadActor: must be a class; found the interface 'Service'

  @Actor
  enum Color { // ERROR BadActor: must be a class; found the enum 'Color'
    RED
  }

  @Actor
  abstract static class Base { // ERROR BadActor: a class that can be made; found the abstract class 'Base'
    @Task
    abstract int f(int x);
  }

  @Actor
  static final class Box<T> { // ERROR BadActor: found the generic class 'Box'
    @Task
    int f(int x) {
      return x;
    }
  }

  @Actor
  final class Inner {} // ERROR BadActor: must be a static class; found the inner class 'Inner'

  @Actor
  private static final class Hidden { // ERROR BadActor: found the private class 'Hidden'
    @Task
    int f(int x) {
      return x;
    }
  }

  @Actor
  static final class Closed { // ERROR BadActor: found private constructors alone in 'Closed'
    private Closed() {}
  }

  @Workflow
  static int uses(List<Integer> xs) {
    var box = new Box<String>();
    var hidden = new Hidden();
    Closed closed = new Closed();
    try (var open = new Opened()) {
      return box.f(1) + hidden.f(2) + map(xs, x -> hidden.f(x)).size();
    }
  }

  @Actor
  record Opened() implements AutoCloseable { // ERROR BadActor: found the record 'Opened'
    @Override
    public void close() {}
  }
}
