package dev.jacquard.worker.gateway;

import dev.jacquard.worker.gateway.Home.State;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The batches that wait for a worker, and which of them goes where. */
final class Placement {

  private final Workers workers;
  private final Homes homes;
  private final Gateway gateway;
  private final Demand demand;
  private final GatewayOptions options;
  private final Map<WorkerPool, PoolQueue> queues = new LinkedHashMap<>();
  private final Set<Delivery> onReplicas = new LinkedHashSet<>();
  private final Set<Delivery> suspects = new LinkedHashSet<>();
  private long assignments;

  Placement(Workers workers, Homes homes, Gateway gateway, Demand demand, GatewayOptions options) {
    this.workers = workers;
    this.homes = homes;
    this.gateway = gateway;
    this.demand = demand;
    this.options = options;
  }

  void add(Delivery delivery) {
    if (delivery.suspected()) {
      suspects.add(delivery);
    } else if (delivery.home() != null) {
      onReplicas.add(delivery);
    } else {
      queues.computeIfAbsent(delivery.pool(), pool -> new PoolQueue()).add(delivery);
    }
  }

  void forget(Delivery delivery) {
    if (!suspects.remove(delivery) && !onReplicas.remove(delivery)) {
      PoolQueue queue = queues.get(delivery.pool());
      if (queue != null) {
        queue.remove(delivery);
      }
    }
  }

  void placeAll(long now) {
    workers.releaseReserved();
    if (!suspects.isEmpty()) {
      placeSuspects();
    }
    homes.placeAll(now);
    if (!onReplicas.isEmpty()) {
      placeOnReplicas();
    }
    queues.forEach(this::place);
  }

  private void place(WorkerPool pool, PoolQueue queue) {
    while (!queue.narrow.isEmpty() && place(queue.narrow, workers.mostFree(pool))) {}
    while (!queue.wide.isEmpty() && place(queue.wide, forWide(pool))) {}
    demand.tell(pool, queue.size());
  }

  /** Whoever has least to do; but while more workers may come, they have a slot each for it. */
  private @Nullable Session forWide(WorkerPool pool) {
    Elastic elastic = options.elastic();
    return elastic != null && workers.count(pool) < elastic.most()
        ? workers.mostFree(pool)
        : workers.leastBusy(pool);
  }

  /** Each of them alone in its worker; what waits for that keeps one worker a pool free. */
  private void placeSuspects() {
    Set<WorkerPool> reserving = new HashSet<>();
    for (Delivery suspect : List.copyOf(suspects)) {
      Session free = null;
      if (suspect.home() != null) {
        free = homeAlone(suspect.home());
      } else if (!reserving.contains(suspect.pool())) {
        free = workers.forSuspect(suspect.pool());
        if (free == null) {
          reserving.add(suspect.pool());
        }
      }
      if (free != null) {
        suspects.remove(suspect);
        assign(suspect, free);
      }
    }
  }

  private @Nullable Session homeAlone(Home home) {
    Session session = home.is(State.LIVE) ? home.session() : null;
    if (session == null || !session.takesWork()) {
      return null;
    }
    if (session.idle()) {
      return session;
    }
    workers.reserve(session);
    return null;
  }

  private void placeOnReplicas() {
    for (Delivery delivery : List.copyOf(onReplicas)) {
      Home home = delivery.home();
      Session session = home != null && home.is(State.LIVE) ? home.session() : null;
      if (session != null && Workers.takesBatches(session)) {
        onReplicas.remove(delivery);
        assign(delivery, session);
      }
    }
  }

  private boolean place(Set<Delivery> queue, @Nullable Session session) {
    if (session == null) {
      return false;
    }
    Delivery first = queue.iterator().next();
    queue.remove(first);
    assign(first, session);
    return true;
  }

  private void assign(Delivery delivery, Session session) {
    if (delivery.over()) {
      gateway.finish(delivery);
    } else {
      gateway.assign(session, delivery, ++assignments);
    }
  }
}
