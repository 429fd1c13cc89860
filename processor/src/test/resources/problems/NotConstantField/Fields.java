import static dev.jacquard.Workflows.map;

import dev.jacquard.Workflow;
import java.util.List;

class Fields {

  static final int CONSTANT = 3;
  static final Integer BOX = 3;
  static final List<Integer> LIST = List.of();
  static int variable = 1;

  @Workflow
  static List<Integer> run(List<Integer> xs, int k) {
    int a = BOX; // ERROR NotConstantField: found 'BOX'
    int b = k + variable; // ERROR NotConstantField: found 'variable'
    int c = Fields.variable; // ERROR NotConstantField: found 'Fields.variable'
    List<Integer> ys = map(LIST, x -> x + CONSTANT); // ERROR NotConstantField: found 'LIST'
    return map(xs, x -> x + variable); // ERROR NotConstantField: found 'variable'
  }
}
