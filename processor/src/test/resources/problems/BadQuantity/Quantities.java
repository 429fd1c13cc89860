import dev.jacquard.Resources;
import dev.jacquard.Task;

final class Quantities {

  @Task(resources = @Resources(cpu = "half")) // ERROR BadQuantity: cpu must be a quantity as Kubernetes writes it; found "half"
  static void words() {}

  @Task(resources = @Resources(memory = "256MB", gpu = "0.5")) // ERROR BadQuantity: found "256MB" // ERROR BadQuantity: gpu must
  static void units() {}

  @Task(resources = @Resources(memoryLimit = "0")) // ERROR BadQuantity: memoryLimit
  static void nothing() {}
}
