package dev.jacquard.worker.gateway;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How many workers of each pool there is work for now, where they come as they are needed: one for
 * each replica, and for the rest as many as wait or run.
 */
final class ElasticDemand {

  private final GatewayEffects effects;
  private final GatewayOptions options;
  private final Workers workers;
  private final Map<WorkerPool, Integer> told = new HashMap<>();
  private final Map<String, WorkerPool> pools = new HashMap<>();

  ElasticDemand(GatewayEffects effects, GatewayOptions options, Workers workers) {
    this.effects = effects;
    this.options = options;
    this.workers = workers;
  }

  /** How many of a pool were of use when that was told last. */
  int told(WorkerPool pool) {
    return told.getOrDefault(pool, 0);
  }

  /** Says what has changed, and nothing else. */
  void tell(Collection<Delivery> deliveries, Homes homes) {
    Elastic elastic = options.elastic();
    if (elastic == null) {
      return;
    }
    Map<WorkerPool, Integer> needed = new HashMap<>();
    for (Delivery delivery : deliveries) {
      if (delivery.home() == null && delivery.assignment() == null && !delivery.over()) {
        add(needed, delivery.pool());
      }
    }
    for (Session session : workers.all()) {
      WorkerPool pool = pools.get(session.pool());
      if (pool != null && session.homeCount() == 0 && works(session) && !session.leaving()) {
        add(needed, pool);
      }
    }
    needed.replaceAll((pool, count) -> Math.min(count, elastic.most()));
    // Their actors limit those; one that waited for room might wait for another that waits for it.
    homes.needs(pool -> add(needed, pool));
    told.keySet().forEach(pool -> needed.putIfAbsent(pool, 0));
    needed.forEach(this::tell);
  }

  /** What follows a result may wait before its worker has said that it is free for it. */
  private static boolean works(Session session) {
    return session.running().stream().anyMatch(assignment -> !assignment.reported());
  }

  private void add(Map<WorkerPool, Integer> needed, WorkerPool pool) {
    pools.put(pool.name(), pool);
    needed.merge(pool, 1, Integer::sum);
  }

  private void tell(WorkerPool pool, int count) {
    Integer before = told.put(pool, count);
    if (before == null || before != count) {
      effects.need(pool, count);
    }
  }
}
