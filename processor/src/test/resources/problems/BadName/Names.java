import dev.jacquard.Actor;
import dev.jacquard.Task;
import dev.jacquard.Workflow;

final class Names {

  @Task(name = "a/b") // ERROR BadName: found "a/b"
  static void slash() {}

  @Task(name = "1st") // ERROR BadName: found "1st"
  static void digit() {}

  @Task(name = "größe-2_b")
  static void fine() {}

  @Workflow(name = "nightly report") // ERROR BadName: found "nightly report"
  static void blank() {}

  @Actor(name = "the detector") // ERROR BadName: found "the detector"
  static final class Detector {}
}
