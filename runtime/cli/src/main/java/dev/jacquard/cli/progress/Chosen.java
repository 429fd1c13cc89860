package dev.jacquard.cli.progress;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What is shown where there is more than anybody could read. */
final class Chosen {

  private Chosen() {}

  /** Returns as many as may be shown, in order; those that matter less give way first. */
  static <T> List<T> of(List<T> all, Predicate<T> mattersLess, int most) {
    if (all.size() <= most) {
      return all;
    }
    Comparator<Integer> lessLast = Comparator.comparing(i -> mattersLess.test(all.get(i)));
    Set<Integer> chosen =
        new HashSet<>(IntStream.range(0, all.size()).boxed().sorted(lessLast).limit(most).toList());
    return IntStream.range(0, all.size()).filter(chosen::contains).mapToObj(all::get).toList();
  }
}
