package dev.jacquard.server.wire;

import dev.jacquard.engine.Execution;
import dev.jacquard.engine.MapProgress;
import dev.jacquard.engine.PoolProgress;
import dev.jacquard.kubernetes.pool.PoolPods;
import dev.jacquard.server.v1.PodsProgress;
import dev.jacquard.server.v1.Standing;
import java.util.List;

/** How executions stand, as messages. */
public final class Standings {

  private Standings() {}

  /**
   * Says how an execution stands.
   *
   * @param pods how the pods stand that carry out its calls
   */
  public static Standing of(Execution<?> execution, List<PoolPods> pods) {
    Standing.Builder proto = Standing.newBuilder();
    execution.progress().forEach(map -> proto.addMaps(toProto(map)));
    execution.pools().forEach(pool -> proto.addPools(toProto(pool)));
    pods.forEach(pool -> proto.addPods(toProto(pool)));
    return proto.build();
  }

  /** How far the maps have got. */
  public static List<MapProgress> maps(Standing standing) {
    return standing.getMapsList().stream().map(Standings::fromProto).toList();
  }

  /** How the pools of actors stand. */
  public static List<PoolProgress> pools(Standing standing) {
    return standing.getPoolsList().stream().map(Standings::fromProto).toList();
  }

  /** How the pods stand. */
  public static List<PoolPods> pods(Standing standing) {
    return standing.getPodsList().stream()
        .map(
            pool ->
                new PoolPods(
                    pool.getPool(),
                    pool.getWaiting(),
                    pool.getStarting(),
                    pool.getServing(),
                    pool.getLeaving(),
                    pool.getReason()))
        .toList();
  }

  static dev.jacquard.server.v1.MapProgress toProto(MapProgress map) {
    return dev.jacquard.server.v1.MapProgress.newBuilder()
        .setNode(map.node())
        .setTotal(map.total())
        .setDone(map.done())
        .setRunning(map.running())
        .setFailedAttempts(map.failedAttempts())
        .build();
  }

  static MapProgress fromProto(dev.jacquard.server.v1.MapProgress map) {
    return new MapProgress(
        map.getNode(), map.getTotal(), map.getDone(), map.getRunning(), map.getFailedAttempts());
  }

  static dev.jacquard.server.v1.PoolProgress toProto(PoolProgress pool) {
    return dev.jacquard.server.v1.PoolProgress.newBuilder()
        .setActor(pool.actor())
        .setStarting(pool.starting())
        .setIdle(pool.idle())
        .setBusy(pool.busy())
        .setWaiting(pool.waiting())
        .build();
  }

  static PoolProgress fromProto(dev.jacquard.server.v1.PoolProgress pool) {
    return new PoolProgress(
        pool.getActor(), pool.getStarting(), pool.getIdle(), pool.getBusy(), pool.getWaiting());
  }

  private static PodsProgress toProto(PoolPods pool) {
    return PodsProgress.newBuilder()
        .setPool(pool.pool())
        .setWaiting(pool.waiting())
        .setStarting(pool.starting())
        .setServing(pool.serving())
        .setLeaving(pool.leaving())
        .setReason(pool.reason())
        .build();
  }
}
