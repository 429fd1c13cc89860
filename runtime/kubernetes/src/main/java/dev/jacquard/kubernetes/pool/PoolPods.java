package dev.jacquard.kubernetes.pool;

/**
 * How the pods of a pool stand. Immutable.
 *
 * @param pool its name
 * @param waiting how many have been asked for and do not run
 * @param starting how many run and do not serve yet
 * @param serving how many serve
 * @param leaving how many take nothing new, and will have ended soon
 * @param reason why one of those that wait does not start; empty: nothing is known
 */
public record PoolPods(
    String pool, int waiting, int starting, int serving, int leaving, String reason) {

  /** Whether it has any. */
  public boolean any() {
    return waiting + starting + serving + leaving > 0;
  }
}
