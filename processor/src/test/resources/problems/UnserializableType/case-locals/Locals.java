import static dev.jacquard.Workflows.map;

import dev.jacquard.Workflow;
import java.util.List;

class Locals {

  @Workflow
  static int run(List<Integer> xs, int k, boolean b) {
    Object object = k; // ERROR UnserializableType: Variable 'object' must be a value
    CharSequence text = "a"; // ERROR UnserializableType: Variable 'text'
    Number number; // ERROR UnserializableType: Variable 'number'
    var mixed = b ? 1 : "a"; // ERROR UnserializableType: Variable 'mixed'
    number = k;
    return k;
  }
}
