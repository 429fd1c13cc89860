package dev.jacquard.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Shortens a list of decisions while what it makes stays interesting: cuts out runs, then makes
 * numbers zero.
 */
final class Shrinker {

  private final Predicate<List<Integer>> interesting;
  private int budget;

  /**
   * @param interesting answers whether a list of decisions still shows the failure
   * @param budget how often it may be asked
   */
  Shrinker(Predicate<List<Integer>> interesting, int budget) {
    this.interesting = interesting;
    this.budget = budget;
  }

  List<Integer> shrink(List<Integer> choices) {
    List<Integer> best = choices;
    boolean better = true;
    while (better && budget > 0) {
      List<Integer> before = best;
      for (int run = Math.max(1, best.size() / 2); run >= 1; run /= 2) {
        best = withoutRuns(best, run);
      }
      best = withZeros(best);
      better = !best.equals(before);
    }
    return best;
  }

  private List<Integer> withoutRuns(List<Integer> choices, int run) {
    List<Integer> best = choices;
    for (int at = best.size() - run; at >= 0; at -= run) {
      List<Integer> shorter = new ArrayList<>(best);
      shorter.subList(at, Math.min(at + run, shorter.size())).clear();
      if (ask(shorter)) {
        best = shorter;
      }
    }
    return best;
  }

  private List<Integer> withZeros(List<Integer> choices) {
    List<Integer> best = choices;
    for (int at = 0; at < best.size(); at++) {
      if (best.get(at) != 0) {
        List<Integer> simpler = new ArrayList<>(best);
        simpler.set(at, 0);
        if (ask(simpler)) {
          best = simpler;
        }
      }
    }
    return best;
  }

  private boolean ask(List<Integer> choices) {
    return budget-- > 0 && interesting.test(choices);
  }
}
