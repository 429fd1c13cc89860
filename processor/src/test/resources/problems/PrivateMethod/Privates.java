import dev.jacquard.Task;
import dev.jacquard.Workflow;

final class Privates {

  @Task
  private static int hidden(int x) { // ERROR PrivateMethod: A task must be visible in its package, since generated code calls it; found 'hidden' private
    return x;
  }

  @Workflow
  private static int run(int x) { // ERROR PrivateMethod: A workflow must be visible
    return hidden(x);
  }
}
