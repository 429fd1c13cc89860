package dev.jacquard.cli.progress;

import dev.jacquard.engine.Execution;
import dev.jacquard.engine.MapProgress;
import dev.jacquard.engine.PoolProgress;
import java.time.Duration;
import java.util.List;

/**
 * How an execution stands at one moment.
 *
 * @param maps those that have begun
 * @param pools those of actors that it has made, in that order, also when they have no replica left
 * @param elapsed since it is watched
 */
record Snapshot(List<MapProgress> maps, List<PoolProgress> pools, Duration elapsed) {

  static Snapshot of(Execution<?> execution, Duration elapsed) {
    return new Snapshot(execution.progress(), execution.pools(), elapsed);
  }

  /** Returns the pools that there is something to say about. */
  List<PoolProgress> livePools() {
    return pools.stream()
        .filter(pool -> pool.starting() + pool.idle() + pool.busy() + pool.waiting() > 0)
        .toList();
  }
}
