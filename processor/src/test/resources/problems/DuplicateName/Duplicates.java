import dev.jacquard.Task;
import dev.jacquard.Workflow;

final class Duplicates {

  @Task(name = "score")
  static void first() {}

  @Task(name = "score") // ERROR DuplicateName: A task's name must be unique in its class, letter case aside; found "score" on 'first' too
  static void second() {}

  @Workflow
  static void report() {}

  @Workflow
  static void Report() {} // ERROR DuplicateName: found "Report" on 'report' too

  @Workflow(name = "report") // ERROR DuplicateName: found "report" on 'report' too
  static void other() {}
}
