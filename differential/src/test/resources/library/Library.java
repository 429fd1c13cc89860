package generated;

import dev.jacquard.Actor;
import dev.jacquard.Failure;
import dev.jacquard.Outcome;
import dev.jacquard.Task;
import dev.jacquard.Warmup;
import dev.jacquard.differential.StepLog;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The tasks that generated programs call; each answers by its arguments alone, and some fail on some of them. */
public final class Library {

  public enum Color {
    RED,
    GREEN,
    BLUE
  }

  public record Point(int x, long y, String label) {}

  public record Line(Point from, Point to, List<Integer> weights) {}

  public sealed interface Shape permits Circle, Square {}

  public record Circle(int radius) implements Shape {}

  public record Square(int side) implements Shape {}

  private Library() {}

  @Task
  static int twice(int x) {
    return x * 2;
  }

  @Task
  static int fails(int x) {
    if (x % 3 == 1) {
      throw new IllegalStateException("fails(" + x + ")");
    }
    return x + 1;
  }

  @Task
  static int failsChecked(long x) throws IOException {
    if (x % 5 == 3) {
      throw new IOException("failsChecked(" + x + ")");
    }
    return (int) x - 1;
  }

  @Task
  static int sum(List<Integer> values) {
    int sum = 0;
    for (Integer value : values) {
      sum += value == null ? 17 : value;
    }
    return sum;
  }

  @Task(name = "sumOfThree")
  static int sum(int a, int b, int c) {
    return a + 31 * b + 961 * c;
  }

  @Task
  static int packed(int first, int... rest) {
    int sum = first;
    for (int value : rest) {
      sum = sum * 7 + value;
    }
    return sum;
  }

  @Task(retries = 2, backoff = "1ms")
  static int failsForever(int x) {
    if (x == 13) {
      throw new IllegalArgumentException("failsForever(" + x + ")");
    }
    return -x;
  }

  @Task(effects = true)
  static int note(int tag, int x) {
    StepLog.record(tag, x);
    return x - tag;
  }

  @Task
  static void log(int tag, int x) {
    StepLog.record(tag, x);
  }

  @Task
  static void logOrFail(int tag, int x) {
    if (x % 4 == 2) {
      throw new IllegalStateException("logOrFail(" + tag + ", " + x + ")");
    }
    StepLog.record(tag, x);
  }

  @Task
  static Integer maybe(int x) {
    return x % 4 == 1 ? null : x;
  }

  @Task
  static int orElse(Integer x, int y) {
    return x == null ? y : x;
  }

  @Task
  static long toLong(int x) {
    return x * 1_000_000_007L;
  }

  @Task
  static int fromLong(long x) {
    return (int) (x ^ (x >>> 32));
  }

  @Task
  static double toDouble(int x) {
    return x / 3.0;
  }

  @Task
  static int fromDouble(double x) {
    return (int) x;
  }

  @Task
  static float toFloat(int x) {
    return x / 7f;
  }

  @Task
  static int fromFloat(float x) {
    return Float.floatToIntBits(x);
  }

  @Task
  static char toChar(int x) {
    return (char) x;
  }

  @Task
  static int fromChar(char x) {
    return x;
  }

  @Task
  static byte toByte(int x) {
    return (byte) x;
  }

  @Task
  static int fromByte(byte x) {
    return x;
  }

  @Task
  static short toShort(int x) {
    return (short) x;
  }

  @Task
  static int fromShort(short x) {
    return x;
  }

  @Task
  static boolean isEven(int x) {
    return x % 2 == 0;
  }

  @Task
  static boolean failsOdd(int x) {
    if (x % 2 != 0) {
      throw new UnsupportedOperationException("odd " + x);
    }
    return x > 5;
  }

  @Task
  static int fromBoolean(boolean x) {
    return x ? 3 : 8;
  }

  @Task
  static String text(int x) {
    return x % 6 == 5 ? null : "t" + x;
  }

  @Task
  static int fingerprint(String x) {
    return x.hashCode();
  }

  @Task
  static int length(String x) {
    return x.length();
  }

  @Task
  static Color color(int x) {
    return x % 4 == 3 ? null : Color.values()[Math.floorMod(x, 3)];
  }

  @Task
  static int fromColor(Color x) {
    return x == null ? -1 : x.ordinal();
  }

  @Task
  static Point point(int x) {
    return x % 5 == 4 ? null : new Point(x, x * 3L, "p" + x);
  }

  @Task
  static int fromPoint(Point p) {
    return p == null ? 1 : p.x() + (int) p.y();
  }

  @Task
  static Line line(Point from, Point to) {
    return new Line(from, to, List.of());
  }

  @Task
  static int fromLine(Line line) {
    return line.weights().size();
  }

  @Task
  static Shape shape(int x) {
    return x % 2 == 0 ? new Circle(x) : new Square(x);
  }

  @Task
  static int area(Shape shape) {
    return shape instanceof Circle circle ? 3 * circle.radius() : ((Square) shape).side();
  }

  @Task
  static BigInteger bigInteger(long x) {
    return BigInteger.valueOf(x).pow(3);
  }

  @Task
  static int fromBigInteger(BigInteger x) {
    return x.intValue();
  }

  @Task
  static BigDecimal bigDecimal(int x) {
    return new BigDecimal(x).movePointLeft(3);
  }

  @Task
  static int fromBigDecimal(BigDecimal x) {
    return x.scale() * 100 + x.intValue();
  }

  @Task
  static Instant instant(int x) {
    return Instant.ofEpochSecond(x, 5);
  }

  @Task
  static int fromInstant(Instant x) {
    return x.getNano() + (int) x.getEpochSecond();
  }

  @Task
  static Duration duration(int x) {
    return Duration.ofMillis(x);
  }

  @Task
  static int fromDuration(Duration x) {
    return (int) x.toMillis();
  }

  @Task
  static LocalDate localDate(int x) {
    return LocalDate.ofEpochDay(x % 100_000);
  }

  @Task
  static int fromLocalDate(LocalDate x) {
    return x.getDayOfYear();
  }

  @Task
  static LocalDateTime localDateTime(int x) {
    return LocalDateTime.of(2000, 1, 1, 0, 0).plusSeconds(x);
  }

  @Task
  static int fromLocalDateTime(LocalDateTime x) {
    return x.getSecond();
  }

  @Task
  static UUID uuid(int x) {
    return new UUID(x, -x);
  }

  @Task
  static int fromUuid(UUID x) {
    return (int) x.getMostSignificantBits();
  }

  @Task
  static Optional<Integer> optional(int x) {
    return x % 2 == 0 ? Optional.of(x) : Optional.empty();
  }

  @Task
  static int fromOptional(Optional<Integer> x) {
    return x.orElse(-5);
  }

  @Task
  static Map<String, Integer> mapOf(int x) {
    Map<String, Integer> map = new LinkedHashMap<>();
    map.put("k", x);
    map.put("n" + x, null);
    return map;
  }

  @Task
  static int fromMap(Map<String, Integer> x) {
    return x.size();
  }

  @Task
  static Set<Integer> setOf(int x, int y) {
    Set<Integer> set = new LinkedHashSet<>();
    set.add(x);
    set.add(y);
    return set;
  }

  @Task
  static int fromSet(Set<Integer> x) {
    return x.size();
  }

  @Task
  static int[] intArray(int x) {
    return new int[] {x, x + 1};
  }

  @Task
  static int fromIntArray(int[] x) {
    return x[0] + x.length;
  }

  @Task
  static byte[] byteArray(String x) {
    return x.getBytes(StandardCharsets.UTF_8);
  }

  @Task
  static int fromByteArray(byte[] x) {
    return x.length;
  }

  @Task
  static double[] doubleArray(double x) {
    return new double[] {x};
  }

  @Task
  static int fromDoubleArray(double[] x) {
    return x.length;
  }

  @Task
  static List<Integer> ints(int x) {
    List<Integer> list = new ArrayList<>();
    for (int i = 0; i < Math.floorMod(x, 5); i++) {
      list.add(i == 3 ? null : Integer.valueOf(x % 100 + i));
    }
    return list;
  }

  @Task
  static List<Long> longs(int x) {
    return List.of(x * 2L, 5L);
  }

  @Task
  static int fromLongs(List<Long> x) {
    return x.size();
  }

  @Task
  static List<String> strings(int x) {
    return List.of("s" + x, "", "third");
  }

  @Task
  static int fromStrings(List<String> x) {
    return String.join(",", x).length();
  }

  @Task
  static List<Boolean> booleans(int x) {
    return List.of(x > 0, x < 0);
  }

  @Task
  static int fromBooleans(List<Boolean> x) {
    return x.indexOf(true);
  }

  @Task
  static List<Point> points(int x) {
    return List.of(new Point(x, 1L, ""), new Point(2, x, "q"));
  }

  @Task
  static int fromPoints(List<Point> x) {
    return x.hashCode();
  }

  @Task
  static List<Color> colors(int x) {
    return List.of(Color.values()[Math.floorMod(x, 3)], Color.RED);
  }

  @Task
  static int fromColors(List<Color> x) {
    return x.size();
  }

  @Task
  static List<List<Integer>> nested(int x) {
    return List.of(List.of(x, 2), List.of(), List.of(x));
  }

  @Task
  static int fromNested(List<List<Integer>> x) {
    return x.hashCode();
  }

  @Task
  static List<Outcome<Integer>> outcomes(int x) {
    return List.of(
        new Outcome.Succeeded<>(0, x),
        new Outcome.Failed<>(1, Failure.of(new IllegalStateException("no " + x))),
        new Outcome.Succeeded<>(2, null));
  }

  @Task
  static int fromOutcomes(List<Outcome<Integer>> x) {
    return x.size();
  }

  @Task
  static Failure failure(int x) {
    return Failure.of(new IOException("f" + x));
  }

  @Task
  static int fromFailure(Failure x) {
    return x.toString().length();
  }

  /** Some bases it does not take. */
  @Actor(replicas = 2)
  public static final class Adder implements AutoCloseable, Warmup {
    private final int base;

    Adder(int base) throws IOException {
      if (base % 7 == 3) {
        throw new IOException("Adder(" + base + ")");
      }
      this.base = base;
    }

    @Task
    int add(int x) {
      return base + x;
    }

    @Task
    int failsOn(int x) {
      if ((base + x) % 4 == 1) {
        throw new IllegalStateException("failsOn(" + x + ")");
      }
      return x - base;
    }

    @Task
    boolean isAbove(int x) {
      return x > base;
    }

    @Override
    public void warmUp() {}

    @Override
    public void close() {}
  }

  @Actor(concurrency = 3, maxCalls = 2)
  public static final class Labeler {
    private final String prefix;

    Labeler() {
      this("", 0);
    }

    Labeler(String prefix, int width) {
      this.prefix = prefix + width;
    }

    @Task
    String label(int x) {
      return prefix + ":" + x;
    }

    @Task
    int width(String text) {
      return prefix.length() + text.length();
    }
  }
}
