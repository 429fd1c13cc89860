import dev.jacquard.Task;

final class Secrets {

  @Task(secrets = {"TOKEN=group"}) // ERROR BadSecret: found "TOKEN=group"
  static void withoutKey() {}

  @Task(secrets = {"TOKEN", "TOKEN=a/b"}) // ERROR BadSecret: found "TOKEN=a/b"
  static void twice() {}
}
