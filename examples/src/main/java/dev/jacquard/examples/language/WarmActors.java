package dev.jacquard.examples.language;

import static dev.jacquard.Workflows.map;

import dev.jacquard.Actor;
import dev.jacquard.Task;
import dev.jacquard.Warmup;
import dev.jacquard.Workflow;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An actor as a local variable: its tasks are called directly and in lambdas, and its pool lives as
 * long as the block.
 */
public final class WarmActors {

  private WarmActors() {}

  /** Counts vowels by a table that is filled once for each replica. */
  @Actor(replicas = 3, concurrency = 2)
  static final class Counter implements Warmup {
    private final Map<Character, Integer> weights = new TreeMap<>();

    Counter(String vowels, int weight) {
      if (weight < 0) {
        throw new IllegalArgumentException("a weight must not be negative; found " + weight);
      }
      for (char vowel : vowels.toLowerCase(Locale.ROOT).toCharArray()) {
        weights.put(vowel, weight);
      }
    }

    /** Before the first call; no answer depends on it. */
    @Override
    public void warmUp() {
      count("warm");
    }

    @Task
    int count(String word) {
      return word.toLowerCase(Locale.ROOT)
          .chars()
          .map(letter -> weights.getOrDefault((char) letter, 0))
          .sum();
    }

    @Task
    boolean knows(String word) {
      return count(word) > 0;
    }
  }

  /** Returns the weights of some words, and of their title. */
  @Workflow
  public static List<Integer> weigh(List<String> words, String title, int weight) {
    Counter counter = new Counter("aeiou" + title, weight);
    int ofTitle = counter.count(title);
    return map(
        words, word -> !word.isEmpty() && counter.knows(word) ? counter.count(word) : ofTitle);
  }
}
