package traps;
import static dev.jacquard.Workflows.*;
import dev.jacquard.*;
import java.util.*;
/** Where actors are made, called and let go of. */
public final class Actors {
  private Actors() {}
  @Actor(replicas = 2) static class Base { @Task int inherited(int x) { return x + 1; } }
  @Actor static final class Div extends Base implements AutoCloseable {
    private final int by;
    Div(int by) { this.by = by; if (by == 1) { throw new IllegalStateException("by one"); } }
    Div(List<Integer> of) { this(of.size()); }
    @Task int of(int x) { return x / by; }
    @Task boolean goes(int x) { return x % by == 0; }
    @Task void check(int x) { if (x < 0) { throw new IllegalArgumentException("x " + x); } }
    @Override int inherited(int x) { return x; }
    int plain() { return by; }
    @Override public void close() {}
  }
  @Task static int id(int x) { return x; }
  @Task static int fail(int x) { throw new IllegalArgumentException("fail " + x); }
  @Workflow static int unused(int a) { new Div(a); return id(a); }
  @Workflow static int order1(int a, int b) { int x = 10 / b; var d = new Div(a); return x; }
  @Workflow static int order2(int a, int b) { var d = new Div(a); int x = 10 / b; return d.of(x); }
  @Workflow static int order3(int a) { int x = a > 2 ? fail(a) : a; try (var d = new Div(a); var e = new Div(x - 1)) { return d.of(e.of(x)); } }
  @Workflow static List<Integer> early(List<Integer> a, int k) { try (var d = new Div(k)) { if (k > 2) { return map(a, d::of); } d.check(k); } return map(a, x -> x / (k - 2)); }
  @Workflow static List<Integer> early2(List<Integer> a, int k) { int r = k; try (var d = new Div(k)) { try (Div e = new Div(a)) { if (e.goes(k)) { r = d.of(r); if (r > 1) { return List.of(r); } } else { r += 1; } } r += d.of(7); } return List.of(r, r); }
  @Workflow static int inArms(int k, boolean c) { if (c) { var d = new Div(k); return d.of(8); } else { try (var d = new Div(k + 1)) { k = d.of(k); } } return k; }
  @Workflow static boolean lazy(int k, List<Integer> a) { Div d = new Div(k); return k != 2 && d.goes(k) || !a.isEmpty() && filter(a, x -> x > 0 && d.goes(x)).isEmpty(); }
  @Workflow static List<List<Integer>> nested(List<List<Integer>> a, int k) { try (var d = new Div(k)) { return map(a, row -> map(row, x -> { int y = d.of(x); d.check(y); return y + d.of(k); })); } }
  @Workflow static int twice(int k, List<Integer> a) { var d = new Div(k); var e = new Div(k); var f = new Div(a); return d.of(e.of(f.of(1000))); }
  @Workflow static void nothing(int k) { try (var d = new Div(k)) { if (k > 2) { return; } d.check(k - 2); } }
  @Workflow static int upcast(int k) throws Exception { try (AutoCloseable c = new Div(k)) { Base b = new Base(); return b.inherited(k); } }
  @Workflow static int sub(int k) { try (var d = new Div(k)) { return order2(d.of(k), k) + unused(d.of(3)); } }
}
