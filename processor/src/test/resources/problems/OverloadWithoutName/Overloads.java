import dev.jacquard.Task;
import dev.jacquard.Workflow;

final class Overloads {

  @Task
  static int score(int x) {
    return x;
  }

  @Task
  static int score(long x) { // ERROR OverloadWithoutName: An overloaded task must have a name of its own; found 'score' declared more than once. Write @Task(name = "...") on each but one.
    return (int) x;
  }

  @Task(name = "scoreOfText")
  static int score(String x) {
    return x.length();
  }

  @Workflow
  static void run(int x) {}

  @Workflow
  static void run(String x) {} // ERROR OverloadWithoutName: Write @Workflow(name = "...")
}
