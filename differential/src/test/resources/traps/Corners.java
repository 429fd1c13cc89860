package traps;
import static dev.jacquard.Workflows.*;
import dev.jacquard.*;
import java.util.*;
/** Assignments inside of expressions, laziness, unboxing, empty lists. */
public final class Corners {
  private Corners() {}
  enum En { A, B { } }
  sealed interface S permits A, B {} record A(int x) implements S {} record B(S s) implements S {}
  record Neg(int v) { Neg(int v) { this.v = v; } }
  @Task static int id(int x) { return x; }
  @Workflow static Neg neg(int a) { return new Neg(a); }
  @Workflow static int a8(Integer a) { int x = (a == null) ? 1 : a; return (int) (Integer) x; }
  @Workflow static int a10(S s) { return ((A) s).x(); }
  @Workflow static S a10b(int a) { return a > 3 ? new A(a) : new B(new A(a)); }
  @Workflow static String a13(Integer a, Double b, boolean c) { var x = c ? a : b; return "" + x; }
  @Workflow static boolean a18(List<Integer> c) { return c.equals(List.of()) && c.contains("s") && Objects.equals(c, "q"); }
  @Workflow static boolean a19(Integer a, Long b) { return a.equals(b) || Objects.equals(a, 3L) || Objects.equals(b, 3L); }
  @Workflow static String a20(int a) { String s = null; s += a; s += s; return s; }
  @Workflow static int a21(int a) { return null == null ? 1 : 2; }
  @Workflow static int a22(List<Integer> a) { return (a == null ? List.<Integer>of() : a).size(); }
  @Workflow static boolean a23(En a, En b) { return a == b && a != null && a.equals(b) && a.compareTo(b) == 0; }
  @Workflow static boolean a25(Boolean a, Boolean b) { return a ^ b; }
  @Workflow static boolean a26(Character a, char b) { return a == b; }
  @Workflow static int a52(List<Integer> a) { return range(a.size()).get(a.get(0)); }
  @Workflow static int a58(char c) { return Character.getNumericValue(c); }
  @Workflow static int a70(int a) { v(a); return 2; }
  @Workflow static void v(int a) { id(a); if (a > 3) { return; } id(a); }
  @Workflow static boolean a72(boolean a) { boolean x; if (a && (x = true)) { return x; } return false; }
  @Workflow static boolean a72b(boolean a, int i) { boolean x; if (!a || (x = 4 / i > 1)) { return a; } return x; }
  @Workflow static int a73(boolean a) { final int x; if (a) { x = 1; } else { x = 2; } final int y = x; return y; }
  @Workflow static int side(int a) { int b = 0; boolean t = (b = a) > 2 && (b = id(b) + 1) > 4 || (b += 3) > 0; return t ? b : -b; }
  @Workflow static int side2(int a) { int b = a; int c = (b > 0 ? (b = id(b) + 1) : b--) + b; return c + b; }
  @Workflow static int side3(int a, Integer n) { int b = a; b += n == null ? (b = 7) : n; return b; }
  @Workflow static int side4(int a) { int b = a; b = b++ + (b = id(b)) * b--; return b; }
  @Workflow static int side5(int a) { int b = a; int[] q = {b++, b++, b}; return q[0] + q[1] * 10 + q[2] * 100 + b; }
  @Workflow static String side6(int a) { int b = a; String s = "" + b++ + (b += 2) + b; s += b + (b = 1) + s; return s; }
  @Workflow static List<Integer> side7(int a) { int b = a; return List.of(b++, b, ++b, b); }
  @Workflow static List<Integer> capt(List<Integer> a, int k) { int m = k; m++; final int z = m; m = 100; List<Integer> r = map(a, x -> x + z); return map(r, x -> { int z2 = z; z2 += x; return z2; }); }
  @Workflow static int emptyMap(int k) { return map(List.<Integer>of(), x -> x / 0).size() + filter(List.<Integer>of(), x -> x > 1).size() + flatMap(List.<Integer>of(), x -> List.of(1 / 0)).size() + k; }
  @Workflow static List<Integer> nullBody(List<Integer> a) { return flatMap(a, x -> null); }
  @Workflow static List<Boolean> unboxNull(List<Boolean> a) { return filter(a, x -> x); }
  @Workflow static List<Integer> mapThenFail(List<Integer> a, int i) { List<Integer> r = map(a, x -> 10 / x); int y = 1 / i; return r; }
  @Workflow static int condMap(List<Integer> a, boolean b) { return b ? map(a, x -> 10 / x).size() : -1; }
  @Workflow static int lazyMap(List<Integer> a, boolean b) { return b && map(a, x -> 10 / x).size() > 1 ? 1 : 0; }
  @Workflow static long intDivMin(long a, int b) { return Long.MIN_VALUE / b + (int) a / b + (int) (a % b); }
  @Workflow static boolean fnan(float f, Float g) { return f == g || f != f || g > f; }
  @Workflow static Double dbl(int a, Integer b) { return b == null ? null : a / (double) b; }
  @Workflow static Double dbl2(boolean c, Double b) { return c ? 1.0 : b; }
  @Workflow static double dbl3(boolean c, Integer b) { return c ? b : 1.5f; }
  @Workflow static Object3 o3(Integer a, boolean c) { return new Object3(c ? a : 'x', c ? 1 : 2L, c ? null : 0); }
  record Object3(int a, double b, Integer c) {}
  @Workflow static char ch(char a, int i) { char c = a; c++; c += 'b'; char d = (char) (c + 1); return d > c ? d : 'q'; }
  @Workflow static byte constNarrow(boolean c) { byte b = 10; b = c ? 1 : b; final int k = 100; byte e = k; return (byte) (b + e); }
  @Workflow static short tern16(boolean c, short s) { short r = c ? 1 : s; return r; }
  @Workflow static long hash(String s, Integer i, List<Integer> l, Double d, Boolean b) { return s.hashCode() + i.hashCode() * 31L + b.hashCode() + d.hashCode(); }
  @Workflow static int deepIf(int a, int b, int c) { int r = 0; if (a > 0) { r = 1; if (b > 0) { r += 2; if (c > 0) { r += id(4); } else { return id(r); } r *= 2; } else if (c > 1) { r = -r; } } r += 100; if (r > 110) { return r; } return r - id(a); }
  @Workflow static int chain(Optional<List<Object3>> o) { return o.get().get(0).c() + o.get().size(); }
  @Workflow static Map<String, List<Integer>> maps(List<Integer> a, String k) { return Map.of(k, a, "zz", List.of()); }
}
