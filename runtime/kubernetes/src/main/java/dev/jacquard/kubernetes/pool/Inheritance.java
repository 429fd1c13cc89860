package dev.jacquard.kubernetes.pool;

import java.time.Duration;

/**
 * How long one counts on what an earlier engine has left.
 *
 * @param unclaimed for how long it is kept for whoever asks for its pool
 * @param returning how long a pod that runs has until it serves, once its pool is asked for
 */
public record Inheritance(Duration unclaimed, Duration returning) {

  /** How long a workflow may need until it asks for a pool. */
  private static final Duration LEAST_UNCLAIMED = Duration.ofSeconds(10);

  /**
   * As long as usual.
   *
   * @param idle how long a pod may have nothing to do
   * @param patience how long a worker looks for an engine: after that it has left
   */
  public static Inheritance of(Duration idle, Duration patience) {
    return new Inheritance(idle.compareTo(LEAST_UNCLAIMED) < 0 ? LEAST_UNCLAIMED : idle, patience);
  }
}
