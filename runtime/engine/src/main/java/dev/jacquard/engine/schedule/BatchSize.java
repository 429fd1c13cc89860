package dev.jacquard.engine.schedule;

/**
 * How many elements the next batch of a map has: about two milliseconds of work as measured, or
 * four times what it takes to hand a batch out and hear of its end, if that is more; and never so
 * many that the end of the map would wait for one thread. Nor so few, as the map ends, that handing
 * them out would cost more than they do: what is left of a batch can be taken back from it.
 *
 * <p>The first batch has what an earlier map over the same chain lets expect, or one element; from
 * there it grows in steps.
 */
final class BatchSize {

  private static final long TARGET_NANOS = 2_000_000;
  private static final long LONGEST_NANOS = 40_000_000;
  private static final long LEAST_NANOS = 50_000;
  private static final int GROWTH = 8;
  private static final int ROUND_TRIPS = 4;

  /** Elements may now take longer than they did in an earlier map. */
  private static final int MOST_EXPECTED = 1024;

  private final int slots;
  private final int longest;
  private int size = 1;
  private int least = 1;

  BatchSize(int slots, int longest) {
    this.slots = slots;
    this.longest = longest;
  }

  /** Takes up what an element took before; zero: nothing is known. */
  void expect(long perElement) {
    if (perElement > 0) {
      size = (int) Math.max(1, Math.min(MOST_EXPECTED, TARGET_NANOS / perElement));
      least = (int) Math.max(1, Math.min(MOST_EXPECTED, LEAST_NANOS / perElement));
    }
  }

  int next(int remaining) {
    int fair = (int) Math.max(least, remaining / (2L * slots));
    return Math.min(Math.min(size, fair), longest);
  }

  /**
   * Takes up what a batch took.
   *
   * @param elements how many it has carried out
   * @param nanos for how long it was carried out
   * @param sinceOpened how long it was open
   */
  void measured(int elements, long nanos, long sinceOpened) {
    if (elements > 0) {
      long perElement = Math.max(1, nanos / elements);
      long around = Math.max(0, sinceOpened - nanos);
      long target = Math.max(TARGET_NANOS, Math.min(LONGEST_NANOS, ROUND_TRIPS * around));
      long wanted = Math.max(1, target / perElement);
      size = (int) Math.min(wanted, (long) size * GROWTH);
      least = (int) Math.max(1, LEAST_NANOS / perElement);
    }
  }
}
