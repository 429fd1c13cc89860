package dev.jacquard.worker.gateway;

import java.util.HashMap;
import java.util.Map;

/** How many workers each pool needs. */
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
    if (options.elastic() != null) {
      return; // told all together
    }
    if (waiting == 0 || (pool.equals(WorkerPool.PLAIN) && asked.containsKey(pool))) {
      return;
    }
    int most = Math.max(1, pool.isolated() ? options.mostIsolated() : options.expectedWorkers());
    boolean all = pool.equals(WorkerPool.PLAIN);
    int needed = all ? most : Math.min(most, waiting + workers.busy(pool));
    if (needed > asked.getOrDefault(pool, 0)) {
      asked.put(pool, needed);
      effects.need(pool, needed);
    }
  }
}
