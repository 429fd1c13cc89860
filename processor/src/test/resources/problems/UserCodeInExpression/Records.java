import static dev.jacquard.Workflows.map;

import dev.jacquard.Workflow;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

class Records {

  record Checked(int x) {
    Checked {
      if (x < 0) throw new IllegalArgumentException();
    }

    void ownConstructor() {}
  }

  record Doubled(int x) {
    @Override
    public int x() {
      return 2 * x;
    }

    void ownAccessor() {}
  }

  record Same(int x) {
    @Override
    public boolean equals(Object other) {
      return true;
    }

    @Override
    public int hashCode() {
      return 1;
    }

    void ownEquals() {}
  }

  record Shown(int x) {
    @Override
    public String toString() {
      return "shown";
    }

    void ownText() {}
  }

  record Pair(int x, int y) {
    Pair(int x) {
      this(x, x);
    }
  }

  record Holder(List<Same> same, Optional<Shown> shown) {}

  enum Loud {
    ONE;

    @Override
    public String toString() {
      return "LOUD";
    }
  }

  enum Bodied {
    ONE {},
    TWO
  }

  enum Plain {
    ONE
  }

  @Workflow
  static String run(
      int x, Doubled doubled, Same same, Shown shown, Holder holder, Loud loud, Bodied bodied, Plain plain) {
    Checked checked = new Checked(x); // ERROR UserCodeInExpression: a constructor that Checked declares
    Pair pair = new Pair(x); // ERROR UserCodeInExpression: a constructor that Pair declares
    List<Checked> all = map(List.of(1), Checked::new); // ERROR UserCodeInExpression: a constructor that Checked declares
    int twice = doubled.x(); // ERROR UserCodeInExpression: the accessor 'x' that Doubled declares
    boolean equal = same.equals(new Same(x)); // ERROR UserCodeInExpression: the equals of Same
    boolean nested = Objects.equals(holder, null); // ERROR UserCodeInExpression: the equals of Same
    boolean found = List.of(same).contains(same); // ERROR UserCodeInExpression: the equals of Same
    String text = "a" + shown; // ERROR UserCodeInExpression: the toString of Shown
    String deep = "a" + holder; // ERROR UserCodeInExpression: the toString of Shown
    String enums = "a" + loud; // ERROR UserCodeInExpression: the toString of Loud
    String bodies = "a" + bodied; // ERROR UserCodeInExpression: the toString of Bodied
    String arrays = "a" + new int[] {1}; // ERROR UserCodeInExpression: the toString of an array
    return "fine" + plain + same + (plain == Plain.ONE);
  }
}
