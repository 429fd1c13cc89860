import dev.jacquard.Actor;
import dev.jacquard.Task;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

class Fields {

  static class Base {
    int inherited;
  }

  @Actor
  static final class Counter extends Base {
    static int all;
    private final Map<Integer, Integer> memo = new HashMap<>();
    private int count;
    private int[] last = new int[1];
    private Fields around;

    Counter(int start) {
      count = start;
    }

    @Task
    int next(int x) {
      count++; // WARNING ActorState: found 'count++', which writes a field
      this.count += x; // WARNING ActorState: found 'this.count += x'
      (count) = 3; // WARNING ActorState: found '(count) = 3'
      inherited = x; // WARNING ActorState: found 'inherited = x'
      super.inherited = x; // WARNING ActorState: found 'super.inherited = x'
      Counter.all--; // WARNING ActorState: found 'Counter.all--'
      IntUnaryOperator later = y -> count = y; // WARNING ActorState: found 'count = y'
      int local = x;
      local++;
      last[0] = x;
      return memo.computeIfAbsent(local, key -> later.applyAsInt(key));
    }

    @Task
    @SuppressWarnings("ActorState")
    int silenced(int x) {
      return count++;
    }

    @Task
    static int ofClass(int x) {
      all = x;
      return x;
    }

    int helper() {
      return count++;
    }
  }

  @Actor
  @SuppressWarnings({"unused", "ActorState"})
  static final class Silent {
    private int count;

    @Task
    int next() {
      return count++;
    }
  }
}
