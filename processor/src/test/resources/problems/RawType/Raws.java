import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;
import java.util.Map;

final class Raws {

  @Task
  static int size(List items) { // ERROR RawType: Parameter 'items' of task 'size' must say the types of its elements; found java.util.List
    return items.size();
  }

  @Workflow
  static Map result(int x) { // ERROR RawType: The result of workflow 'result' must say
    return null;
  }
}
