import dev.jacquard.Task;
import dev.jacquard.Workflow;

final class Both {

  @Task
  @Workflow
  static int both(int x) { // ERROR BothTaskAndWorkflow: found 'both' marked as both
    return x;
  }
}
