package dev.jacquard.worker.gateway;

/**
 * How a gateway decides.
 *
 * @param leaseNanos how long a worker may be silent
 * @param suspects how many elements behind the last report may have been what took a worker down
 * @param lives how many workers one element may take down alone
 * @param vainStarts after how many processes in a row that ended before they served there is no
 *     hope
 */
public record GatewayOptions(long leaseNanos, int suspects, int lives, int vainStarts) {

  /**
   * A lease of so many nanoseconds, as many suspects as a report has results, three lives, six
   * processes.
   */
  public static GatewayOptions withLease(long nanos) {
    return new GatewayOptions(nanos, 2048, 3, 6);
  }
}
