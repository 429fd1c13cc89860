package dev.jacquard.differential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The decisions that a generator takes, as a list of numbers that can be replayed and shortened.
 * Past the end of the list every answer is zero, which each generator takes as its simplest
 * alternative; so cutting numbers out of a list, or making them smaller, makes a simpler program.
 */
final class Choices {

  private final List<Integer> replayed;
  private final Random random;
  private final int limit;
  private final List<Integer> taken = new ArrayList<>();

  private Choices(List<Integer> replayed, Random random, int limit) {
    this.replayed = replayed;
    this.random = random;
    this.limit = limit;
  }

  /**
   * Draws at most {@code limit} decisions from a seed; then only the simplest are taken, so that
   * programs end.
   */
  static Choices random(long seed, int limit) {
    return new Choices(List.of(), new Random(seed), limit);
  }

  static Choices replay(List<Integer> numbers) {
    return new Choices(numbers, new Random(0), 0);
  }

  /** Decides between {@code alternatives}, numbered from zero. */
  int next(int alternatives) {
    int place = taken.size();
    int number;
    if (place < replayed.size()) {
      number = Math.floorMod(replayed.get(place), alternatives);
    } else {
      number = place < limit ? random.nextInt(alternatives) : 0;
    }
    taken.add(number);
    return number;
  }

  boolean oneIn(int n) {
    return next(n) == n - 1;
  }

  <T> T pick(List<T> alternatives) {
    return alternatives.get(next(alternatives.size()));
  }

  /** What has been decided so far; replaying it takes the same decisions. */
  List<Integer> taken() {
    return Collections.unmodifiableList(taken);
  }
}
