package dev.jacquard.cli.progress;

import dev.jacquard.engine.MapProgress;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Which maps are shown where there are more than anybody could read. */
final class Chosen {

  private Chosen() {}

  /** Returns as many as may be shown, in order; those that are over give way first. */
  static List<MapProgress> of(List<MapProgress> maps, int most) {
    if (maps.size() <= most) {
      return maps;
    }
    Comparator<Integer> overLast =
        Comparator.comparing(i -> maps.get(i).done() >= maps.get(i).total());
    Set<Integer> chosen =
        new HashSet<>(
            IntStream.range(0, maps.size()).boxed().sorted(overLast).limit(most).toList());
    return IntStream.range(0, maps.size()).filter(chosen::contains).mapToObj(maps::get).toList();
  }
}
