package shop;

import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;
import other.Public;

final class Types {

  private record Secret(int x) {}

  record Holder(List<Secret> secrets) {}

  @Task
  static int hidden(Secret secret) { // ERROR InaccessibleType: Parameter 'secret' of task 'hidden' must be visible to the code generated in package shop; found shop.Types.Secret
    return secret.x();
  }

  @Task
  static int holder(Holder holder) { // ERROR InaccessibleType: found Types.Holder -> secrets: List<Types.Secret> -> shop.Types.Secret
    return 1;
  }

  @Task
  static int elsewhere(Public wide) { // ERROR InaccessibleType: found Public -> narrow: other.Narrow
    return 1;
  }

  @Workflow
  static List<Secret> result(Secret first) { // ERROR InaccessibleType: The result of workflow 'result' // ERROR InaccessibleType: Parameter 'first' of workflow 'result'
    return List.of(first);
  }
}
