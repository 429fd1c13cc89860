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
  abstract static class Base {} // ERROR BadActor: a class that can be made; found the abstract class 'Base'

  @Actor
  static final class Box<T> {} // ERROR BadActor: found the generic class 'Box'

  @Actor
  final class Inner {} // ERROR BadActor: must be a static class; found the inner class 'Inner'

  @Actor
  private static final class Hidden {} // ERROR BadActor: found the private class 'Hidden'

  @Actor
  static final class Closed { // ERROR BadActor: found private constructors alone in 'Closed'
    private Closed() {}
  }
}
