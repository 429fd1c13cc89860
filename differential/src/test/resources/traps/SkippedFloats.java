package traps;
import static dev.jacquard.Workflows.*;
import dev.jacquard.*;
import java.util.*;
/** Where javac converts the sides of {@code ?:} straight to double, though JLS 15.25 says float. */
public final class SkippedFloats {
  private SkippedFloats() {}
  static final int LIMIT = 10;
  record D(double d, double e) {}
  @Task static double id(double d) { return d; }
  @Task static double va(double... d) { return d[0]; }
  @Task static int odd(int x) { if (x % 2 != 0) throw new IllegalStateException("odd " + x); return x; }
  @Workflow static double wide(double d) { return d; }
  @Workflow static double r(boolean c, int i, float f) { return c ? i : f; }
  @Workflow static double rb(boolean c, Integer i, Float f) { return c ? i : f; }
  @Workflow static double rl(boolean c, Long i, Float f) { return c ? i : f; }
  @Workflow static double p(boolean c, int i, float f) { return ((c ? i : f)); }
  @Workflow static double b(boolean c, int i, float f) { return (c ? i : f) + 0.0; }
  @Workflow static double cast(boolean c, int i, float f) { return (double) (c ? i : f); }
  @Workflow static boolean eq(boolean c, int i, float f, double d) { return (c ? i : f) == d; }
  @Workflow static double arg(boolean c, int i, float f) { return id(c ? i : f); }
  @Workflow static double argVar(boolean c, int i, float f) { return va(c ? i : f, 3); }
  @Workflow static double argW(boolean c, int i, float f) { return wide(c ? i : f); }
  @Workflow static double loc(boolean c, int i, float f) { double d = c ? i : f; return d; }
  @Workflow static double var(boolean c, int i, float f) { var d = c ? i : f; return d; }
  @Workflow static double nest(boolean c, int i, float f) { return c ? (c ? i : f) : f; }
  @Workflow static double nest2(boolean c, boolean d, int i, float f) { return c ? f : d ? i : f; }
  @Workflow static double nest3(boolean c, boolean d, int i, float f) { return c ? d ? i : f : i; }
  @Workflow static double assign(boolean c, int i, float f) { double d; return d = c ? i : f; }
  @Workflow static double comp(boolean c, int i, float f) { double d = 0; d += c ? i : f; d *= (c ? i : f); return d; }
  @Workflow static Double compB(boolean c, int i, float f) { Double d = 0.5; d += c ? i : f; return d; }
  @Workflow static float compF(boolean c, int i, float f) { float d = 0; d += c ? i : f; return d; }
  @Workflow static double neg(boolean c, int i, float f) { return -(c ? i : f); }
  @Workflow static double tern2(boolean c, int i, float f, double d) { return c ? (c ? i : f) : d; }
  @Workflow static double tern3(boolean c, int i, float f, double d) { return c ? c ? i : f : d; }
  @Workflow static double konst(int i, float f) { return LIMIT > 9 ? i : f; }
  @Workflow static double konst2(int i, float f, boolean c) { return c ? LIMIT : 0.1f; }
  @Workflow static double konst3(boolean c) { return c ? 2147483647 : 0.1f; }
  @Workflow static double tasks(boolean c, int i, float f) { return c ? odd(i) : f; }
  @Workflow static double tasks2(boolean c, int i, float f) { double d = c ? odd(i) : f; d += c ? odd(i) : f; return d; }
  @Workflow static double[] arr(boolean c, int i, float f) { return new double[] {c ? i : f, c ? f : i}; }
  @Workflow static D rec(boolean c, int i, float f) { return new D(c ? i : f, (c ? i : f)); }
  @Workflow static double sqrt(boolean c, int i, float f) { return Math.sqrt(c ? i : f) + Math.max(0.0, c ? i : f) + Math.abs(c ? i : f); }
  @Workflow static List<Double> lam(List<Integer> l, float f) { return map(l, x -> { double d = x > 1 ? x : f; return d; }); }
  @Workflow static long toLong(boolean c, int i, float f) { return (long) (c ? i : f); }
  @Workflow static float toF(boolean c, int i, long f) { return c ? i : f; }
  @Workflow static double toD(boolean c, int i, long f) { return c ? i : f; }
  @Workflow static String cat(boolean c, int i, float f) { String s = ""; s += c ? i : f; return s + (c ? i : f); }
  @Workflow static boolean par(Double d, boolean c, int i, float f) { return Objects.equals(d, (double) (c ? i : f)); }
}
