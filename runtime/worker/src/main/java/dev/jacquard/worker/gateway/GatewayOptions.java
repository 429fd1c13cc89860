package dev.jacquard.worker.gateway;

import org.jspecify.annotations.Nullable;

/**
 * How a gateway decides.
 *
 * @param leaseNanos how long a worker may be silent
 * @param suspects how many elements behind the last report may have been what took a worker down
 * @param lives how many workers one element may take down alone
 * @param vainStarts after how many processes in a row that ended before they served there is no
 *     hope
 * @param expectedWorkers over how many workers replicas are spread; zero: over those that are there
 * @param mostIsolated how many workers at once carry out one call each
 * @param patienceNanos how long a replica waits for its worker to start rather than crowd another
 * @param elastic how workers come and go with the work; null: there are always as many as expected
 */
public record GatewayOptions(
    long leaseNanos,
    int suspects,
    int lives,
    int vainStarts,
    int expectedWorkers,
    int mostIsolated,
    long patienceNanos,
    @Nullable Elastic elastic) {

  /** Workers that are always there. */
  public GatewayOptions(
      long leaseNanos,
      int suspects,
      int lives,
      int vainStarts,
      int expectedWorkers,
      int mostIsolated,
      long patienceNanos) {
    this(
        leaseNanos,
        suspects,
        lives,
        vainStarts,
        expectedWorkers,
        mostIsolated,
        patienceNanos,
        null);
  }

  /**
   * A lease of so many nanoseconds, as many suspects as a report has results, three lives, six
   * processes, and three seconds for workers to start.
   */
  public static GatewayOptions of(long leaseNanos, int expectedWorkers, int slots) {
    return new GatewayOptions(leaseNanos, 2048, 3, 6, expectedWorkers, slots, 3_000_000_000L);
  }

  /** Returns the same, with workers that come and go with the work; null: with those that stay. */
  public GatewayOptions withElastic(@Nullable Elastic coming) {
    return new GatewayOptions(
        leaseNanos,
        suspects,
        lives,
        vainStarts,
        expectedWorkers,
        mostIsolated,
        patienceNanos,
        coming);
  }
}
