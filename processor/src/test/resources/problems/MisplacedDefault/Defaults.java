import dev.jacquard.Default;
import dev.jacquard.Task;
import dev.jacquard.Workflow;

final class Defaults {

  @Task
  static int task(@Default("1") int x) { // ERROR MisplacedDefault: found it on 'x', a parameter of 'task', which is no workflow
    return x;
  }

  static int plain(@Default("1") int y) { // ERROR MisplacedDefault: found it on 'y', a parameter of 'plain', which is no workflow
    return y;
  }

  @Workflow
  static int varargs(@Default("[1]") int... zs) { // ERROR MisplacedDefault: found it on 'zs', which takes any number of values
    return zs.length;
  }
}
