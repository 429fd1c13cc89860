package traps;
import static dev.jacquard.Workflows.*;
import dev.jacquard.*;
import java.util.*;
/** Calls that fail and are tried again, in elements of maps. */
public final class Retried {
  private Retried() {}
  @Task(retries = 1, backoff = "1ms") static int fails(int x, String text) { if (x % 3 == 1) { throw new IllegalArgumentException(x + text); } return x; }
  @Task(retries = 1, backoff = "1ms") static int divides(int x, int by) { return x / by; }
  @Task static int odd(int x) { if (x % 2 != 0) throw new IllegalStateException("odd " + x); return x; }
  @Actor static final class Failing { private final String text; Failing(String text) { this.text = text; } @Task(retries = 1, backoff = "1ms") int on(int x, int by) { if (x > by) { throw new IllegalStateException(text + by); } return x; } }
  @Workflow static int alone(int x, String text) { return fails(x, text); }
  @Workflow static List<Integer> ofElements(List<Integer> l) { return map(l, x -> divides(x, x - 1)); }
  @Workflow static List<Integer> later(List<Integer> l, String text) { return map(l, x -> { int y = odd(2 * x) + 1; return divides(y, x) + fails(y, "y" + y); }); }
  @Workflow static List<Integer> withCapture(List<Integer> l, String text) { return map(l, x -> fails(x, text)); }
  @Workflow static List<Integer> laterWithCapture(List<Integer> l, String text) { return map(l, x -> fails(odd(x) / 2, text) + 1); }
  @Workflow static List<Integer> numberWithCapture(List<Integer> l, int by) { return map(l, x -> divides(x, by)); }
  @Workflow static List<Integer> nestedWithCapture(List<List<Integer>> l) { return flatMap(l, r -> map(r, x -> fails(x, "of" + r.size()))); }
  @Workflow static List<Integer> actorWithCapture(List<Integer> l, String text, int by) { var f = new Failing(text); return map(l, x -> f.on(x, by)); }
}
