import dev.jacquard.Actor;
import dev.jacquard.Task;
import dev.jacquard.Workflow;

final class Ranges {

  @Task(retries = -1) // ERROR OutOfRange: retries must be 0 or more; found -1. Write 0 or a greater number.
  static void negative() {}

  @Task(timeout = "0s") // ERROR OutOfRange: timeout must be longer than nothing; found "0s"
  static void zero() {}

  @Workflow(concurrency = -2) // ERROR OutOfRange: concurrency must be 0 or more; found -2
  static void workflow() {}

  @Actor(replicas = 0, concurrency = 0, maxCalls = -1) // ERROR OutOfRange: replicas must be 1 or more; found 0 // ERROR OutOfRange: concurrency must be 1 or more // ERROR OutOfRange: maxCalls must be 0 or more
  static final class Few {}

  @Actor(replicas = 2, minReplicas = 3, ttl = "0s") // ERROR OutOfRange: minReplicas must be at most replicas, which is 2; found 3 // ERROR OutOfRange: ttl must be longer
  static final class Many {
    @Task
    int f(int x) {
      return x;
    }
  }

  @Workflow
  static int used(int x) {
    var many = new Many();
    return many.f(x);
  }
}
