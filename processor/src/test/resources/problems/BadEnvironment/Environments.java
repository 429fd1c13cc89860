import dev.jacquard.Task;

final class Environments {

  @Task(environment = {"PATH=/bin", "HOME"}) // ERROR BadEnvironment: found "HOME"
  static void withoutValue() {}

  @Task(environment = {"1A=b"}) // ERROR BadEnvironment: found "1A=b"
  static void badName() {}

  @Task(environment = {"A=b", "A=c"}) // ERROR BadEnvironment: found "A=c"
  static void twice() {}
}
