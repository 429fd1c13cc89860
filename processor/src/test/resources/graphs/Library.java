import dev.jacquard.Task;
import java.util.List;
import java.util.Optional;

/** What the bodies of the other files call. */
final class Library {

  record Point(int x, Integer y) {}

  record Line(Point from, Point to, String label) {}

  sealed interface Shape permits Circle, Square {}

  record Circle(double radius) implements Shape {}

  record Square(double side) implements Shape {}

  enum Color {
    RED,
    GREEN
  }

  static final int LIMIT = 3;
  static final String PREFIX = "limit " + LIMIT;

  @Task
  static int f(int x) {
    return x;
  }

  @Task
  static int g(int x) {
    return -x;
  }

  @Task
  static int pair(int x, int y) {
    return x + y;
  }

  @Task
  static boolean test(int x) {
    return x > 0;
  }

  @Task
  static Integer find(String text) {
    return text.isEmpty() ? null : text.length();
  }

  @Task
  static int count(List<Boolean> flags) {
    return flags.size();
  }

  @Task
  static List<Integer> split(String text) {
    return List.of(text.length());
  }

  @Task
  static int sum(int... numbers) {
    return numbers.length;
  }

  @Task
  static double mean(String name, double... numbers) {
    return numbers.length;
  }

  @Task
  static void log(String text) {}

  @Task(name = "f2")
  static String f(String text) {
    return text;
  }

  @Task
  static Color paint(Shape shape) {
    return Color.RED;
  }

  private Library() {}
}
