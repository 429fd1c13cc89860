package dev.jacquard.engine.testing;

import java.util.random.RandomGenerator;

/**
 * What a stepped run varies, all of it drawn from a seed.
 *
 * @param slots how many calls run at once
 * @param chains whether maps whose bodies are chains are carried out in batches
 * @param longestBatch how many elements a batch may have
 * @param strict whether every value is encoded, decoded and compared
 */
public record SteppedOptions(int slots, boolean chains, int longestBatch, boolean strict) {

  /** Draws options. */
  public static SteppedOptions draw(RandomGenerator random) {
    return new SteppedOptions(
        1 + random.nextInt(8), random.nextBoolean(), 1 + random.nextInt(4), true);
  }
}
