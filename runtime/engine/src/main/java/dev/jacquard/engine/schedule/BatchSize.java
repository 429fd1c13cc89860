package dev.jacquard.engine.schedule;

/**
 * How many elements the next batch of a map has: about two milliseconds of work as measured,
 * reached from one element in growing steps, and never so many that the end of the map would wait
 * for one thread. Nor so few, as the map ends, that handing them out would cost more than they do:
 * what is left of a batch can be taken back from it.
 */
final class BatchSize {

  private static final long TARGET_NANOS = 2_000_000;
  private static final long LEAST_NANOS = 50_000;
  private static final int GROWTH = 8;

  private final int slots;
  private final int longest;
  private int size = 1;
  private int least = 1;

  BatchSize(int slots, int longest) {
    this.slots = slots;
    this.longest = longest;
  }

  int next(int remaining) {
    int fair = (int) Math.max(least, remaining / (2L * slots));
    return Math.min(Math.min(size, fair), longest);
  }

  void measured(int elements, long nanos) {
    if (elements > 0) {
      long perElement = Math.max(1, nanos / elements);
      long wanted = Math.max(1, TARGET_NANOS / perElement);
      size = (int) Math.min(wanted, (long) size * GROWTH);
      least = (int) Math.max(1, LEAST_NANOS / perElement);
    }
  }
}
