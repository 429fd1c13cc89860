import dev.jacquard.Task;
import java.util.List;

final class Wildcards {

  @Task
  static int size(List<?> items) { // ERROR WildcardType: Parameter 'items' of task 'size' must name one type for its elements; found List<?> -> ?
    return items.size();
  }

  @Task
  static int sum(List<? extends Number> items) { // ERROR WildcardType: found List<? extends Number> -> ? extends Number
    return items.size();
  }
}
