import dev.jacquard.Workflow;
import java.util.List;

class References {

  enum Color {
    RED
  }

  @Workflow
  static boolean run(String a, String b, Integer i, Integer j, List<Integer> xs, Color color, int k, int[] ints) {
    boolean texts = a == b; // ERROR ReferenceComparison: found '==' between
    boolean boxes = i != j; // ERROR ReferenceComparison: found '!='
    boolean lists = xs == List.of(1); // ERROR ReferenceComparison: Objects.equals(a, b)
    boolean arrays = ints == new int[] {1}; // ERROR ReferenceComparison: found '==' between int[] and int[]. Compare them in a @Task.
    return i == k && a == null && null != b && color == Color.RED;
  }
}
