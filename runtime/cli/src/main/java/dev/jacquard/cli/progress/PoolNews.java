package dev.jacquard.cli.progress;

import dev.jacquard.engine.PoolProgress;
import java.util.Optional;

/**
 * What is worth a line of a log about one pool: its first replica; and that calls wait while it has
 * fewer than it tried to make, and makes none at the moment, since some could not be made.
 */
final class PoolNews {

  private boolean ready;
  private int most;
  private boolean lacked;
  private int told = Integer.MAX_VALUE;

  /** Looks at how the pool stands now; returns what is news. */
  Optional<String> look(PoolProgress pool) {
    int replicas = pool.idle() + pool.busy();
    most = Math.max(most, replicas + pool.starting());
    if (!ready && replicas > 0) {
      ready = true;
      return Optional.of(ProgressText.name(pool) + ": first replica made");
    }
    return ready ? lack(pool, replicas) : Optional.empty();
  }

  /** One that is being replaced is no news: only what is so twice in a row is told, and once. */
  private Optional<String> lack(PoolProgress pool, int replicas) {
    boolean lacks = pool.waiting() > 0 && pool.starting() == 0 && replicas < most;
    boolean news = lacks && lacked && replicas < told;
    lacked = lacks;
    if (replicas == most) {
      told = Integer.MAX_VALUE;
    }
    if (!news) {
      return Optional.empty();
    }
    told = replicas;
    return Optional.of(
        "%s: only %d of %d replicas could be made or kept, %d calls wait"
            .formatted(ProgressText.name(pool), replicas, most, pool.waiting()));
  }
}
