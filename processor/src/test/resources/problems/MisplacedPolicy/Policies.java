import dev.jacquard.Actor;
import dev.jacquard.Resources;
import dev.jacquard.Task;
import dev.jacquard.Workflow;

final class Policies {

  @Actor(
      name = "placed",
      resources = @Resources(cpu = "125m", memory = "256Mi"),
      image = "debian",
      environment = "A=b",
      secrets = "TOKEN",
      profile = "large")
  static final class Placed {
    @Task(
        isolated = true, // ERROR MisplacedPolicy: found isolated on a task of it. Move it to @Actor
        resources = @Resources(cpu = "1"), // ERROR MisplacedPolicy: found resources
        image = "debian", // ERROR MisplacedPolicy: found image
        environment = "A=b", // ERROR MisplacedPolicy: found environment
        secrets = "TOKEN", // ERROR MisplacedPolicy: found secrets
        profile = "large") // ERROR MisplacedPolicy: found profile
    int misplaced(int x) {
      return x;
    }

    @Task(retries = 2, timeout = "1s", effects = true)
    int placed(int x) {
      return x;
    }
  }

  @Workflow
  static int run(int x) {
    var placed = new Placed();
    return placed.placed(x) + placed.misplaced(x);
  }
}
