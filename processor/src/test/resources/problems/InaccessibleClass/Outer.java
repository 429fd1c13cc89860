import dev.jacquard.Task;
import dev.jacquard.Workflow;

final class Outer {

  private static final class Hidden { // ERROR InaccessibleClass: The class of a task must be visible in its package, since generated code names it; found the private class 'Hidden'
    @Task
    static int twice(int x) {
      return 2 * x;
    }

    @Task
    static int thrice(int x) {
      return 3 * x;
    }

    @Workflow
    static int run(int x) {
      return twice(thrice(x));
    }
  }
}
