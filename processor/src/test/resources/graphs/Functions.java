import static dev.jacquard.Workflows.*;

import dev.jacquard.*;
import java.math.BigDecimal;
import java.util.*;

class Functions {
  @Workflow
  static int collections(List<Integer> xs, Set<String> set, Map<String, Long> map) {
    List<Integer> made = List.of(1, xs.size(), Library.f(2));
    Map<String, Integer> entries = Map.of("a", 1, "b", xs.get(0));
    boolean b = xs.isEmpty() || set.contains("a") && map.containsKey("b");
    long l = map.getOrDefault("c", 3L);
    return made.get(b ? 0 : 1) + entries.get("a") + (int) l + range(5).size() + sortedKeys(map).size();
  }

  @Workflow
  static Optional<Integer> optionals(Optional<Integer> given, int x) {
    int value = given.orElse(7) + given.get();
    return given.isPresent() ? Optional.of(value) : Optional.empty();
  }

  @Workflow
  static int scalars(String text, Library.Color color, double d) {
    int i = Math.max(text.length(), 'c') + Integer.parseInt(text.trim());
    long r = Math.round(d);
    return Objects.equals(text, color.name()) ? color.ordinal() : text.charAt(i) + (int) r;
  }

  @Workflow
  static BigDecimal numbers(String text, List<BigDecimal> list) {
    BigDecimal sum = new BigDecimal(text).add(BigDecimal.valueOf(5, 1));
    return list.indexOf(sum) > 0 ? sum.negate() : map(list, BigDecimal::negate).get(0);
  }
}
