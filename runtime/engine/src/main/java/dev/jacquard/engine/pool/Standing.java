package dev.jacquard.engine.pool;

/**
 * How the pools of one actor in one runtime stand, as far as those that share its limit must know.
 *
 * @param total how many replicas there are, whatever they do
 * @param leaving how many of them are about to be gone
 * @param missing how many are lacking for what waits
 * @param poorest how many the neediest pool has; {@link #NOBODY}: none lacks any
 * @param belowLeast how many are lacking for what policies want to be kept
 * @param spare the replica that would give way to one that is missing
 * @param richest how many the pool has that would let go of a busy one
 * @param surplus the replica that would go first if fewer were allowed
 */
record Standing(
    int total,
    int leaving,
    int missing,
    int poorest,
    int belowLeast,
    Offer spare,
    int richest,
    Offer surplus) {

  static final int NOBODY = Integer.MAX_VALUE;
  static final Standing NONE = new Standing(0, 0, 0, NOBODY, 0, Offer.NONE, 0, Offer.NONE);

  /** How many stay. */
  int staying() {
    return total - leaving;
  }

  /** The same until it is looked at again, with a replica more, which was lacking. */
  Standing withOneMore() {
    int still = Math.max(0, missing - 1);
    int least = Math.max(0, belowLeast - 1);
    int poor = still == 0 ? NOBODY : poorest;
    return new Standing(total + 1, leaving, still, poor, least, spare, richest, surplus);
  }

  /** The same until it is looked at again, with a replica more that leaves. */
  Standing withOneLeaving() {
    return new Standing(total, leaving + 1, missing, poorest, belowLeast, spare, richest, surplus);
  }
}
