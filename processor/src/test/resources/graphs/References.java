import static dev.jacquard.Workflows.*;

import dev.jacquard.*;
import java.util.*;

class References {
  @Workflow
  static List<Integer> run(List<Integer> xs, List<String> texts, String text, int k) {
    List<Integer> tasks = map(xs, Library::f);
    List<Integer> packed = map(xs, Library::sum);
    List<Integer> pairs = map(xs, tasks, Library::pair);
    List<Integer> overloaded = map(pairs, References::twice);
    List<Library.Point> points = map(xs, packed, Library.Point::new);
    List<Integer> components = map(points, Library.Point::y);
    List<Integer> functions = map(texts, String::length);
    List<Boolean> bound = map(texts, text::contains);
    List<Boolean> boundCall = map(texts, Library.f(text)::startsWith);
    List<Integer> get = map(range(2), xs::get);
    List<Integer> parsed = map(texts, Integer::parseInt);
    return components;
  }

  @Workflow
  static int twice(int x) {
    return x * 2;
  }
}
