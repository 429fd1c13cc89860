import dev.jacquard.Task;
import dev.jacquard.Workflow;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class Types {

  record Order(String id, List<Line> lines) {}

  record Line(int count, File sku) {}

  record Tree(List<Tree> children, Thread owner) {}

  sealed interface Shape permits Circle, Blob {}

  record Circle(double radius) implements Shape {}

  static final class Blob implements Shape {}

  @Task
  static int order(Order order) { // ERROR UnserializableType: Parameter 'order' of task 'order' must be a value that can leave the process; found Types.Order -> lines: List<Types.Line> -> Types.Line.sku: java.io.File. Use a record of values
    return 1;
  }

  @Task
  static int sameMistakeIsToldOnce(Map<String, Order> orders) {
    return 1;
  }

  @Task
  static int tree(Optional<Tree> tree) { // ERROR UnserializableType: found Optional<Types.Tree> -> Types.Tree.owner: java.lang.Thread
    return 1;
  }

  @Task
  static int shape(Shape shape) { // ERROR UnserializableType: found Types.Shape -> Types.Blob
    return 1;
  }

  @Task
  static int list(ArrayList<String> items) { // ERROR UnserializableType: found java.util.ArrayList<String>. Use List itself.
    return 1;
  }

  @Task
  static int array(String[] items) { // ERROR UnserializableType: found String[]. Use List<String>.
    return 1;
  }

  @Task
  static int varargs(String... items) { // ERROR UnserializableType: found String[]. Use List<String>.
    return 1;
  }

  @Task
  static int matrix(int[][] items) { // ERROR UnserializableType: found int[][]. Use List<int[]>.
    return 1;
  }

  @Task
  static Object result() { // ERROR UnserializableType: The result of task 'result' must be a value that can leave the process; found java.lang.Object
    return null;
  }

  @Task
  static Void empty() { // ERROR UnserializableType: found java.lang.Void
    return null;
  }

  @Workflow
  static void run(List<File> files) {} // ERROR UnserializableType: Parameter 'files' of workflow 'run' must be a value that can leave the process; found List<File> -> java.io.File
}
