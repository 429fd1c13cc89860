import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.util.List;

final class Generics {

  @Task
  static <T> T first(List<T> items) { // ERROR GenericMethod: A task must not have type parameters; found 'first'
    return items.get(0);
  }

  @Workflow
  static <T> List<T> same(List<T> items) { // ERROR GenericMethod: A workflow must not have type parameters; found 'same'
    return items;
  }
}
