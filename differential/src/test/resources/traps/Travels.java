package traps;
import static dev.jacquard.Workflows.*;
import dev.jacquard.*;
import java.io.IOException;
import java.math.*;
import java.time.*;
import java.util.*;
/** What has to survive the way to a worker process and back: arguments, results and failures. */
public final class Travels {
  private Travels() {}
  enum En { A, B { @Override public String toString() { return "bee"; } } }
  sealed interface Tree permits Leaf, Fork {}
  record Leaf(int v) implements Tree {}
  record Fork(Tree l, Tree r) implements Tree {}
  record Chain(int v, Chain next) {}
  record Wide(double d, float f, Double bd, char c, byte b, short s, long l, boolean z, En e, int[] is, String t) {}
  record Times(Instant i, Duration d, LocalDate l) {}
  static final class Own extends IOException { Own(String m) { super(m); } }
  static final class Odd extends RuntimeException { @Override public String getMessage() { throw new IllegalStateException("no message"); } }
  static final class Shown extends RuntimeException { Shown(String m) { super(m); } @Override public String getMessage() { return "<" + super.getMessage() + ">"; } @Override public String toString() { return "shown"; } }
  @Task static int fails(int k, String text) throws Exception {
    switch (k) {
      case 0: throw new IllegalArgumentException(text);
      case 1: throw new Own(text);
      case 2: throw new IllegalStateException(text, new Own("cause"));
      case 3: throw new Odd();
      case 7: throw new Shown(text);
      case 31: throw new AssertionError(text);
      case -1: { Exception e = new Exception((String) null); e.addSuppressed(new Own(text)); throw e; }
      case -7: throw new StackOverflowError();
      case 33: throw new Error("x".repeat(1_200_000));
      case 128: throw new NonRetryableException("not again " + text);
      default: return k;
    }
  }
  @Task(retries = 2, backoff = "1ms") static int failsAgain(int k, String text) throws Exception { return fails(k, text); }
  @Task static int deep(int n) { return n > 0 ? 1 + deep(n) : 0; }
  @Task static String same(String t) { return t; }
  @Task(name = "sameDouble") static double same(double d) { return d; }
  @Task(name = "sameFloat") static float same(float f) { return f; }
  @Task static Wide wide(Wide w) { return w; }
  @Task static Times times(Instant i, Duration d, LocalDate l) { return new Times(i, d, l); }
  @Task static Tree tree(int n) { return n <= 0 ? new Leaf(n) : new Fork(tree(n - 1), n % 2 == 0 ? null : new Leaf(n)); }
  @Task static int leaves(Tree t) { return t == null ? 1000 : t instanceof Leaf l ? l.v() : leaves(((Fork) t).l()) + leaves(((Fork) t).r()); }
  @Task static Chain chain(int n) { Chain c = null; for (int i = 0; i < n; i++) { c = new Chain(i, c); } return c; }
  @Task static int length(Chain c) { int n = 0; for (; c != null; c = c.next()) { n++; } return n; }
  @Task static Map<String, Integer> ordered(int k) { Map<String, Integer> m = new LinkedHashMap<>(); for (String s : List.of("z", "a", "m", "")) { m.put(s, s.isEmpty() ? null : k); } m.put(null, 3); return m; }
  @Task static String keys(Map<String, Integer> m) { return m.toString(); }
  @Task static Set<Integer> set(int k) { Set<Integer> s = new LinkedHashSet<>(); s.add(k); s.add(null); s.add(-k); s.add(3); return s; }
  @Task static String members(Set<Integer> s) { return s.toString(); }
  @Task static byte[] bytes(String t) { return t.getBytes(); }
  @Task static char[] chars(String t) { return t.toCharArray(); }
  @Task static String text(char[] t) { return new String(t); }
  @Task static String big(int n) { return "\ud83d\u00e4".repeat(Math.floorMod(n, 7) * 20_000); }
  @Task static int size(String t) { return t.length() * 31 + t.hashCode(); }
  @Task static List<Integer> many(int n) { List<Integer> l = new ArrayList<>(); for (int i = 0; i < Math.floorMod(n, 7) * 500; i++) { l.add(i % 1000 == 999 ? null : Integer.valueOf(i)); } return l; }
  @Task static BigDecimal scaled(BigDecimal d) { return d.setScale(d.scale() + 3).negate(); }
  @Task static List<Outcome<String>> outcomes(String t) { return List.of(new Outcome.Succeeded<>(0, t), new Outcome.Failed<>(1, Failure.of(new Own(t))), new Outcome.Succeeded<>(2, null)); }
  @Task static Optional<Optional<String>> optional(String t) { return t == null ? Optional.empty() : t.isEmpty() ? Optional.of(Optional.empty()) : Optional.of(Optional.of(t)); }
  @Task static Failure failure(Integer k) { return k == null ? null : Failure.of(new IllegalStateException(k > 1 ? null : "k" + k)); }
  @Task static int odd(int x) { if (x % 2 != 0) throw new IllegalStateException("odd " + x); return x; }
  @Actor static final class Keeper {
    private final double d; private final List<String> l; private final Wide w;
    Keeper(double d, List<String> l, Wide w) throws Own { if (l != null && l.contains("12")) { throw new Own(l.get(0)); } this.d = d; this.l = l; this.w = w; }
    @Task String kept(int k) { return Double.doubleToRawLongBits(d) + " " + l + " " + (w == null ? null : w.d() + w.t() + Arrays.toString(w.is())) + k; }
    @Task int fails(int k, String text) throws Exception { return Travels.fails(k, text); }
  }
  @Actor static final class Broken { Broken(int k, String text) throws Exception { fails(k, text); } @Task int id(int x) { return x; } }
  @Actor(concurrency = 3, replicas = 2) static final class Shared { private final En e; Shared(En e) { this.e = e; } @Task String of(int x) { return e + " " + (x / (x % 3)); } }
  @Workflow static int failing(int k, String text) throws Exception { return fails(k, text); }
  @Workflow static int halfPair(int k) throws Exception { return fails(0, same("\ud83d" + k)); }
  @Workflow static int failingAgain(int k, String text) throws Exception { return failsAgain(k, text); }
  @Workflow static List<Integer> failingIn(List<Integer> l, String text) throws Exception { return map(l, k -> fails(odd(k) / 2, text) + 1); }
  @Workflow static List<List<Integer>> failingDeep(List<List<Integer>> l, String text) throws Exception { return map(l, r -> map(r, k -> fails(k, text))); }
  @Workflow static int stack(int n) { return deep(n); }
  @Workflow static List<Integer> parsed(List<String> l) { return map(l, t -> odd(Integer.parseInt(t))); }
  @Workflow static List<Integer> between(List<Integer> l, int by) { return map(l, x -> { int y = odd(x) / by; return odd(y + 1); }); }
  @Workflow static String texts(String t) { return same(t); }
  @Workflow static List<String> textsIn(List<String> l, String c) { return map(l, t -> same(t) + c); }
  @Workflow static double doubles(double d) { return same(d); }
  @Workflow static List<Double> doublesIn(List<Double> l) { return map(l, d -> same(d) + 0.0); }
  @Workflow static float floats(float f) { return same(f); }
  @Workflow static Wide wides(Wide w) { return wide(w); }
  @Workflow static List<Wide> widesIn(List<Wide> w, Wide other) { return map(w, x -> x == null ? wide(other) : wide(x)); }
  @Workflow static Times allTimes(Instant i, Duration d, LocalDate l) { return times(i, d, l); }
  @Workflow static int trees(int n) { return leaves(tree(n % 40)); }
  @Workflow static int chains(int n) { return length(chain(n % 150)); }
  @Workflow static String maps(int k) { return keys(ordered(k)); }
  @Workflow static String sets(int k) { return members(set(k)); }
  @Workflow static byte[] arrays(String t) { return bytes(text(chars(t))); }
  @Workflow static List<Integer> bigs(List<Integer> l) { return map(l, n -> size(big(n))); }
  @Workflow static int shared(List<Integer> l, int n) { String t = big(n); return map(l, x -> size(t) + odd(x)).size(); }
  @Workflow static List<Integer> manyOnes(int n) { return map(many(n), x -> x == null ? 0 : odd(2 * x)); }
  @Workflow static List<List<Integer>> manyLists(List<Integer> l) { return map(l, n -> many(n)); }
  @Workflow static BigDecimal decimals(BigDecimal d) { return scaled(scaled(d)); }
  @Workflow static List<Outcome<String>> allOutcomes(String t) { return outcomes(t); }
  @Workflow static List<String> succeeded(String t) { return successes(outcomes(t)); }
  @Workflow static Optional<Optional<String>> optionals(String t) { return optional(t); }
  @Workflow static List<Failure> failures(List<Integer> l) { return map(l, k -> failure(k)); }
  @Workflow static List<String> keeper(double d, List<String> l, Wide w, List<Integer> ks) throws Exception { var k = new Keeper(d, l, w); return map(ks, k::kept); }
  @Workflow static int keeperFails(double d, int k, String t) throws Exception { var it = new Keeper(d, null, null); return it.fails(k, t); }
  @Workflow static String twoKeepers(double d) throws Exception { var p = new Keeper(d, null, null); var n = new Keeper(-d, null, null); return p.kept(1) + n.kept(2); }
  @Workflow static int broken(int k, String t, int x) throws Exception { int y = odd(x); var b = new Broken(k, t); return b.id(y); }
  @Workflow static int brokenUnused(int k, String t) throws Exception { var b = new Broken(k, t); return 1; }
  @Workflow static List<String> sharedBy(List<Integer> l, En e) { var s = new Shared(e); return map(l, x -> s.of(x) + s.of(odd(x) + 1)); }
}
