import dev.jacquard.Task;
import dev.jacquard.Workflow;

abstract class Instances {

  @Task
  int task(int x) { // ERROR InstanceMethod: A task must be static, or an instance method of an @Actor class; found 'task', an instance method of 'Instances'. Add 'static'.
    return x;
  }

  @Task
  abstract int open(int x); // ERROR InstanceMethod: found 'open', an abstract method of 'Instances'. Give it a body and add 'static'.

  @Workflow
  int workflow(int x) { // ERROR InstanceMethod: A workflow must be static; found 'workflow', an instance method
    return x;
  }

  interface Remote {
    @Task
    int call(int x); // ERROR InstanceMethod: an abstract method of 'Remote'

    @Task
    default int fall(int x) { // ERROR InstanceMethod: an instance method of 'Remote'
      return x;
    }
  }

  static final class Detector {
    @Task
    int f(int x) { // ERROR InstanceMethod: found 'f', an instance method of 'Detector'
      return x;
    }
  }

  @Workflow
  static int uses(int x) {
    var detector = new Detector();
    return detector.f(x) + new Detector().f(1);
  }
}
