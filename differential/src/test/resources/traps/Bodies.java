package traps;
import static traps.Other.*;
import static dev.jacquard.Workflows.*;
import dev.jacquard.*;
import java.io.IOException;
import java.math.*;
import java.time.*;
import java.util.*;
class Other {
  static final int K = 7; static final String KS = "k" + K; static final long L = 1L << 40;
  interface HasConst { int IN = 5; char Q = '\''; }
  enum E2 { X, Y { @Override int v() { return 2; } }; int v() { return 1; } static final int IN_ENUM = 9; }
  @Task static int otherTask(int x) { if (x == 3) throw new IllegalArgumentException("three"); return x + 1; }
  @Task static int va(int... xs) { return xs == null ? -1 : xs.length * 100 + Arrays.stream(xs).sum(); }
  @Task static String vs(String a, String b) { return a + b; }
}
class Base { @Task static int inherited(int x) { return x * 3; } static final int BASE = 11; }
interface Face { @Task static int face(int x) { return x - 1; } @Workflow static int wfInFace(int x) { return face(x) + face(face(x)); } }
/** Calls, verbs, lambdas, references, branches, records, and workflows in classes of every kind. */
final class Bodies extends Base implements Other.HasConst {
  private Bodies() {}
  enum En { A, B { @Override public String toString() { return "bee"; } }, C; }
  record P(int x, Integer y) {}
  record D(double d, float f) {}
  record G(List<P> ps, Optional<P> o, Map<String, P> m) {}
  record Compact(int v) { Compact { if (v < 0) throw new IllegalArgumentException("neg " + v); } }
  @Task static P mk(int x) { return new P(x, x); }
  @Task static int px(P p) { return p.x(); }
  @Task static Compact compact(int v) { return new Compact(v); }
  @Task static int uncompact(Compact c) { return c.v(); }
  @Task static int odd(int x) { if (x % 2 != 0) throw new IllegalStateException("odd " + x); return x; }
  @Task static int oddC(int x) throws IOException { if (x % 2 != 0) throw new IOException("odd " + x); return x; }
  @Task static boolean isBig(Integer x) { return x > 5; }
  @Task(name = "overInt") static String ov(int x) { return "int"; }
  @Task(name = "overLong") static String ov(long x) { return "long"; }
  @Task(name = "overInteger") static String ov(Integer x) { return "Integer"; }
  @Task(name = "overDouble") static String ov(double x) { return "double"; }
  @Task(name = "overVar") static String ov(int... x) { return "var"; }
  @Task(name = "overS") static String ov(String x) { return "S"; }
  @Task static List<Integer> list(int n) { return n == 13 ? null : Collections.nCopies(Math.floorMod(n, 4), n); }
  @Task static String en(En e) { return e == null ? "null" : e.name(); }
  @Task static int sum(List<Integer> l) { int s = 0; for (Integer i : l) s += i == null ? 1000 : i; return s; }
  @Workflow static int consts(int x) { return K + KS.length() + IN + Q + E2.IN_ENUM + BASE + (int) L + x + Other.HasConst.IN; }
  @Workflow static int tasks(int x) { return otherTask(x) + inherited(x) + Face.face(x) + Base.inherited(x) + Bodies.inherited(x) + Face.wfInFace(x); }
  @Workflow static int varargs(int x, int[] a) { return va() + va(x) + va(x, x) + va(a) + va(new int[] {x, 1}) + va((int[]) null); }
  @Workflow static int varBox(Integer x, char c) { return va(x, c, (byte) 1, 'a'); }
  @Workflow static String overloads(int x, long l, short s, Integer i, char c, float f, String t) { return ov(x) + ov(l) + ov(s) + ov(i) + ov(c) + ov(f) + ov(t) + ov() + ov(1, 2) + ov((Integer) 5) + ov((long) i); }
  @Workflow static List<Integer> refs(List<Integer> l) { return map(l, Bodies::odd); }
  @Workflow static List<P> ctor(List<Integer> l) { return map(map(l, Bodies::mk), p -> new P(p.x(), p.y())); }
  @Workflow static List<Integer> unbound(List<P> l) { return map(l, P::x); }
  @Workflow static List<Integer> unboundY(List<P> l) { return map(l, P::y); }
  @Workflow static List<Integer> boundGet(List<Integer> l, List<Integer> r) { return map(l, r::get); }
  @Workflow static List<P> ctorRef(List<Integer> a, List<Integer> b) { return map(a, b, P::new); }
  @Workflow static List<Boolean> eqRef(List<String> a, String b) { return map(a, b::equals); }
  @Workflow static List<Boolean> unboundEq(List<String> a, List<String> b) { return map(a, b, String::equals); }
  @Workflow static List<Integer> parse(List<String> a) { return map(a, Integer::parseInt); }
  @Workflow static List<Integer> lens(List<String> a) { return map(a, String::length); }
  @Workflow static List<Integer> zip(List<Integer> a, List<Integer> b) { return map(a, b, (x, y) -> x * y + odd(x)); }
  @Workflow static List<String> zip3(List<Integer> a, List<String> b, List<Integer> c) { return map(a, b, c, (x, y, z) -> y + x + z); }
  @Workflow static List<Integer> filt(List<Integer> a) { return filter(a, x -> x > 0 && odd(x) > 2); }
  @Workflow static List<Integer> filtRef(List<Integer> a) { return filter(a, Bodies::isBig); }
  @Workflow static List<Integer> flat(List<Integer> a) { return flatMap(a, x -> list(x)); }
  @Workflow static List<Integer> flatRef(List<Integer> a) { return flatMap(a, Bodies::list); }
  @Workflow static List<Integer> checked(List<Integer> a) throws IOException { return map(a, x -> oddC(x)); }
  @Workflow static List<Integer> checkedRef(List<Integer> a) throws Exception { return map(a, Bodies::oddC); }
  @Workflow static List<List<Integer>> nested(List<List<Integer>> a, int k) { return map(a, x -> map(x, y -> y + k + x.size())); }
  @Workflow static List<List<Integer>> nestedTask(List<Integer> a, List<Integer> b) { return map(a, x -> { int q = x * 2; return map(b, y -> { int z = q; z += y; if (z > 10) { z = odd(z); } return z + q; }); }); }
  @Workflow static List<Integer> merged(List<Integer> a, int k) { int m = k; if (k > 3) { m = odd(k); } else { m++; } final int f = m; return map(a, x -> x + f); }
  @Workflow static List<Integer> mergedEff(List<Integer> a, int k) { int m; if (k > 3) { m = odd(k); } else { m = 1; } return map(a, x -> x + m); }
  @Workflow static List<Integer> early(List<Integer> a, int k) { return map(a, x -> { if (x > k) { if (x > 100) { return 1; } int y = odd(x); if (y > 7) return y; } else if (x == k) return -1; int z = x; return z + 1; }); }
  @Workflow static int early2(int a, int b) { int r = 0; if (a > 0) { if (b > 0) { return odd(a); } r = 1; if (b < -1) { r = odd(b); } else { return r; } } else { if (b == 0) return 5 / b; } return r + a; }
  @Workflow static int early3(int a) { { { if (a > 3) { return 1; } } } ; if (a < 0) return 2; else if (a == 0) return 3; else { int q = a; q++; return q; } }
  @Workflow static List<String> shadow(List<Integer> a, String s) { List<String> one = map(a, x -> s + x); List<String> two = map(one, x -> x + s); { int x = 5; two = map(two, y -> y + x); } String x = "z"; return map(two, y -> y + x); }
  @Workflow static List<Integer> capField(List<P> a, P q) { return map(a, p -> p.x() + q.x() * q.y()); }
  @Workflow static List<Integer> explicit(List<Integer> a) { return map(a, (Integer x) -> x + 1); }
  @Workflow static List<Integer> varLam(List<Integer> a) { return map(a, (final var x) -> x + 1); }
  @Workflow static List<Integer> parens(List<Integer> a) { return (map((a), ((x) -> ((x))))); }
  @Workflow static List<Integer> witness(List<Integer> a) { return Workflows.<Integer, Integer, RuntimeException>map(a, x -> x); }
  @Workflow static List<Integer> range1(int a) { return map(range(a & 3), i -> i * i); }
  @Workflow static List<Integer> rangeNeg(int a) { return range(Math.max(-3, Math.min(a, 3))); }
  @Workflow static int sizes(List<Integer> a, Map<String, Integer> m) { return a.size() + (a.isEmpty() ? 1 : 0) + m.size() + (m.containsKey("a") ? m.get("a") : 9) + m.getOrDefault("b", 4); }
  @Workflow static boolean contains(List<Integer> a, Integer b) { return a.contains(b); }
  @Workflow static boolean containsMixed(List<Long> a, int b) { return a.contains(b); }
  @Workflow static boolean listOfNull(String a) { return List.of(a, "x").contains(null); }
  @Workflow static List<String> listOf(String a, String b) { return List.of(a, b); }
  @Workflow static Map<String, Integer> mapOf(String a, Integer b) { return Map.of(a, 1, "abc", b); }
  @Workflow static Optional<Integer> opt(Integer a) { return Optional.of(a); }
  @Workflow static Optional<Integer> optN(Integer a) { return Optional.ofNullable(a); }
  @Workflow static Integer optGet(Optional<Integer> a) { return a.get(); }
  @Workflow static Integer optThrow(Optional<Integer> a) { return a.orElseThrow(); }
  @Workflow static Integer optElse(Optional<Integer> a, int b) { return a.orElse(odd(b)); }
  @Workflow static Optional<Optional<Integer>> optopt(Integer a) { return Optional.of(Optional.ofNullable(a)); }
  @Workflow static boolean deep(G g, P p) { return g.o().isPresent() && g.o().get().equals(p) || g.ps().contains(p) || g.m().get("a") == null; }
  @Workflow static boolean recEq(D a, D b) { return a.equals(b) || Objects.equals(a, b); }
  @Workflow static boolean recEq2(double a, float f) { return new D(a, f).equals(new D(-0.0, 0f)); }
  @Workflow static boolean recNaN(double a) { return new D(a, 1).equals(new D(a, 1f)); }
  @Workflow static String recText(P p, D d) { return "" + p + d; }
  @Workflow static String genText(G g) { return g.ps() + "|" + g.o(); }
  @Workflow static P rec(short a, char b) { return new P(a, (int) b); }
  @Workflow static P recB(byte b) { return new P(b, null); }
  @Workflow static int comp(int v) { return uncompact(compact(v)); }
  @Workflow static List<Compact> comps(List<Integer> v) { return map(v, Bodies::compact); }
  @Workflow static String enums(En e) { return en(e) + (e == En.B) + (e != null) + e.name() + e.ordinal() + e.equals(En.A) + en(En.C); }
  @Workflow static boolean enumNull(En e) { return e == null; }
  @Workflow static int enumCmp(En e) { return e.compareTo(En.B); }
  @Workflow static boolean enumSwitchless(Other.E2 e) { return e == E2.Y || Other.E2.X != e; }
  @Workflow static int discard(List<Integer> a, int b) { map(a, x -> odd(x)); odd(b); return 1; }
  @Workflow static int discardPure(int b, List<Integer> l) { l.get(b); return 1; }
  @Workflow static int discardMapPure(List<Integer> l, int b) { map(l, x -> x / b); return 1; }
  @Workflow static int unusedMap(List<Integer> l, int b) { List<Integer> q = map(l, x -> x / b); return odd(b); }
  @Workflow static List<Integer> conc(List<Integer> l, int n) { return map(l, x -> odd(x), concurrency(n)); }
  @Workflow static List<Integer> concExpr(List<Integer> l, int n) { return map(l, x -> x + 1, concurrency(odd(n) / 2)); }
  @Workflow static List<Integer> named(List<Integer> l, String n) { return map(l, x -> x + 1, name(n)); }
  @Workflow static int recur(int n) { if (n <= 0 || n > 30) return 0; return n + recur(n - 1); }
  @Workflow static int even(int n) { return n < 0 || n > 40 ? -1 : n == 0 ? 1 : oddW(n - 1); }
  @Workflow static int oddW(int n) { return n == 0 ? 0 : even(n - 1); }
  @Workflow static void nothing(int n) { if (n > 5) return; odd(n); }
  @Workflow static int callsVoid(int n) { nothing(n); return n; }
  @Workflow static long widen(int x, char c, byte b) { return wide(x) + wide(c) + wide(b); }
  @Workflow static long wide(long x) { return x; }
  @Workflow static double widenD(long x, float f) { return wideD(x) + wideD(f) + wideD(1); }
  @Task static double wideD(double x) { return x; }
  @Workflow static Long boxW(int x) { return (long) x; }
  @Workflow static List<Long> mapWiden(List<Integer> l) { return map(l, x -> (long) x); }
  @Workflow static List<Double> mapD(List<Integer> l) { return map(l, x -> x / 2.0); }
  @Workflow static List<Character> mapC(List<Integer> l) { return map(l, x -> (char) (int) x); }
  @Workflow static List<Integer> mapTern(List<Integer> l) { return map(l, x -> x > 2 ? null : x); }
  @Workflow static List<Object3> gen(List<Integer> l) { return map(l, x -> new Object3(x, List.of(x), Optional.of("" + x))); }
  record Object3(Integer x, List<Integer> l, Optional<String> o) {}
  @Workflow static String str(String a, int i, int j) { return a.substring(i) + a.substring(i, j) + a.charAt(i) + a.indexOf("b") + a.repeat(i); }
  @Workflow static String str2(String a, String b) { return a.concat(b) + a.contains(b) + a.startsWith(b) + a.replace(b, "q") + a.trim() + a.strip() + a.compareTo(b) + a.isBlank() + a.lastIndexOf(b) + a.equals(b); }
  @Workflow static String strCh(String a, char b) { return a.replace(b, 'z') + a.indexOf(b); }
  @Workflow static String valueOfs(char c, double d, boolean b, long l, float f) { return String.valueOf(c) + String.valueOf(d) + String.valueOf(b) + String.valueOf(l) + String.valueOf(f) + Integer.toString((int) l) + Double.toString(d); }
  @Workflow static String bd(BigDecimal a, BigDecimal b) { return a.add(b) + " " + a.multiply(b) + a.subtract(b) + a.compareTo(b) + a.equals(b); }
  @Workflow static String bi(BigInteger a, BigInteger b) { return a.add(b) + " " + a.multiply(b) + a.divide(b) + a.mod(b); }
  @Workflow static Duration dur(Duration d, long s) { return d.plusSeconds(s).plus(Duration.ofMillis(s)); }
  @Workflow static Instant ins(Instant d, long s) { return d.plusSeconds(s); }
  @Workflow static LocalDate ld(LocalDate d, int s) { return d.plusDays(s).plusMonths(1).minusYears(s); }
  @Workflow static LocalDate ldOf(int y, int m, int d) { return LocalDate.of(y, m, d); }
  @Workflow static int arr(int[] a, double[] d, char[] c, int i) { return a[i] + (int) d[0] + c.length + c[i]; }
  @Workflow static int[] arrLit(int x, byte b, char c) { return new int[] {x, b, c, x / b}; }
  @Workflow static long[] arrL(int x) { return new long[] {x, 'a'}; }
  @Workflow static float[] arrF(long x) { float[] f = {x, 1, 'b'}; return f; }
  @Workflow static byte[] arrB() { return new byte[] {1, -1, 'a'}; }
  @Workflow static List<Integer> succ(List<Integer> l) { return successes(outs(l)); }
  @Task static List<Outcome<Integer>> outs(List<Integer> l) { List<Outcome<Integer>> r = new ArrayList<>(); for (int i = 0; i < l.size(); i++) r.add(l.get(i) != null && l.get(i) % 2 == 0 ? new Outcome.Succeeded<>(i, l.get(i)) : new Outcome.Failed<>(i, Failure.of(new RuntimeException("r")))); return r; }
  @Workflow static List<String> keys(Map<String, Integer> m) { return sortedKeys(m); }
  @Workflow static List<Integer> keysI(Map<Integer, Integer> m) { return map(sortedKeys(m), k -> m.get(k)); }
  @Workflow static Integer un\u0069code(Integer \u0061bc) { return \u0061bc + '\u0041'; }
}
record RecW(int a) { @Workflow static int inRecord(int x) { return new RecW(x).a() + 1; } }
enum EnumW { A, B { int q() { return 2; } }; int q() { return 1; } @Workflow static String inEnum(EnumW e) { return e == A ? A.name() : "other"; } @Task static int t(EnumW e) { return e == null ? -1 : e.q(); } @Workflow static int q2(EnumW e) { return t(e) + t(B); } }
