import dev.jacquard.Workflow;
import java.util.List;

class References {

  enum Color {
    RED
  }

  @Workflow
  static boolean run(String a, String b, Integer i, Integer j, List<Integer> xs, Color color, int k) {
    boolean texts = a == b; // ERROR ReferenceComparison: found '==' between
    boolean boxes = i != j; // ERROR ReferenceComparison: found '!='
    boolean lists = xs == List.of(1); // ERROR ReferenceComparison: Objects.equals(a, b)
    return i == k && a == null && null != b && color == Color.RED;
  }
}
