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

  /** An execution that is cancelled may for a moment count less than nothing as done. */
  Snapshot {
    maps = maps.stream().map(Snapshot::withinBounds).toList();
  }

  private static MapProgress withinBounds(MapProgress map) {
    long done = Math.max(0, Math.min(map.done(), map.total()));
    return done == map.done()
        ? map
        : new MapProgress(map.node(), map.total(), done, map.running(), map.failedAttempts());
  }

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
