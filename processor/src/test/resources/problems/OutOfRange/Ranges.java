import dev.jacquard.Task;
import dev.jacquard.Workflow;

final class Ranges {

  @Task(retries = -1) // ERROR OutOfRange: retries must be 0 or more; found -1. Write 0 or a greater number.
  static void negative() {}

  @Task(timeout = "0s") // ERROR OutOfRange: timeout must be longer than nothing; found "0s"
  static void zero() {}

  @Workflow(concurrency = -2) // ERROR OutOfRange: concurrency must be 0 or more; found -2
  static void workflow() {}
}
