package dev.jacquard.cli.progress;

import dev.jacquard.engine.Execution;
import dev.jacquard.engine.MapProgress;
import dev.jacquard.engine.PoolProgress;
import dev.jacquard.kubernetes.pool.PoolPods;
import java.time.Duration;
import java.util.List;

/**
 * How an execution stands at one moment.
 *
 * @param maps those that have begun
 * @param pools those of actors that it has made, in that order, also when they have no replica left
 * @param pods how the pods stand that carry out its calls; empty where there are none
 * @param elapsed since it is watched
 */
record Snapshot(
    List<MapProgress> maps, List<PoolProgress> pools, List<PoolPods> pods, Duration elapsed) {

  /** Without pods. */
  Snapshot(List<MapProgress> maps, List<PoolProgress> pools, Duration elapsed) {
    this(maps, pools, List.of(), elapsed);
  }

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

  static Snapshot of(Execution<?> execution, List<PoolPods> pods, Duration elapsed) {
    return new Snapshot(execution.progress(), execution.pools(), pods, elapsed);
  }

  /** Returns the same without what is over when the execution is. */
  Snapshot ofMaps() {
    return new Snapshot(maps, List.of(), elapsed);
  }

  /**
   * Returns the same with those pools, of actors and of pods, that there is something to say about.
   */
  Snapshot live() {
    return new Snapshot(maps, livePools(), pods.stream().filter(PoolPods::any).toList(), elapsed);
  }

  /** Returns the pools that there is something to say about. */
  List<PoolProgress> livePools() {
    return pools.stream()
        .filter(pool -> pool.starting() + pool.idle() + pool.busy() + pool.waiting() > 0)
        .toList();
  }
}
