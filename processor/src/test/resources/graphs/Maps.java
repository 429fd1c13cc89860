import static dev.jacquard.Workflows.*;

import dev.jacquard.*;
import java.util.*;

class Maps {
  @Workflow
  static int captures(List<Integer> points, int threshold) {
    final int k = 2;
    int limit = Library.f(threshold);
    List<Boolean> flags = map(points, p -> Library.test(p + limit + k), concurrency(10));
    return Library.count(flags);
  }

  @Workflow
  static List<Integer> twoLists(List<Integer> xs, List<Integer> ys) {
    return map(xs, ys, (x, y) -> Library.pair(x, y));
  }

  @Workflow
  static List<Library.Line> threeLists(List<Library.Point> as, List<Library.Point> bs, List<String> names) {
    return map(as, bs, names, (Library.Point a, Library.Point b, String name) -> new Library.Line(a, b, name));
  }

  @Workflow
  static List<Integer> options(List<Integer> xs, int limit, String label) {
    var first = map(xs, x -> x + 1, name("plus one"), concurrency(limit * 2));
    return map(first, Library::f, concurrency(Library.LIMIT), name("of " + label));
  }

  @Workflow
  static List<Integer> selecting(List<String> texts, Integer least) {
    List<String> kept = filter(texts, text -> text.length() > least);
    List<Integer> parts = flatMap(kept, Library::split);
    return filter(parts, Library::test, name("positive"));
  }

  @Workflow
  static List<Long> converted(List<Integer> xs) {
    return map(range(3), i -> (long) xs.get(i));
  }

  @Workflow
  static void discarded(List<Integer> xs) {
    map(xs, x -> Library.f(x));
  }
}
