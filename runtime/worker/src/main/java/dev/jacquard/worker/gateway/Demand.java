package dev.jacquard.worker.gateway;

import java.util.HashMap;
import java.util.Map;

/** How many workers the pools need beside the plain one, whose workers are there anyway. */
final class Demand {

  private final GatewayEffects effects;
  private final GatewayOptions options;
  private final Workers workers;
  private final Map<WorkerPool, Integer> asked = new HashMap<>();

  Demand(GatewayEffects effects, GatewayOptions options, Workers workers) {
    this.effects = effects;
    this.options = options;
    this.workers = workers;
  }

  /** So much waits for a worker of a pool, which may not have started yet. */
  void tell(WorkerPool pool, int waiting) {
    if (pool.equals(WorkerPool.PLAIN) || waiting == 0) {
      return;
    }
    int most = pool.isolated() ? options.mostIsolated() : options.expectedWorkers();
    int needed = Math.min(Math.max(1, most), waiting + workers.busy(pool));
    if (needed > asked.getOrDefault(pool, 0)) {
      asked.put(pool, needed);
      effects.need(pool, needed);
    }
  }
}
