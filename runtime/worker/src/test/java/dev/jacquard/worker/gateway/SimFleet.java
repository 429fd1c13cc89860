package dev.jacquard.worker.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Starts the workers that the gateway asks for, and keeps so many in being. */
final class SimFleet {

  private final GatewayOptions options;
  private final SimSettings settings;
  private final SplittableRandom random;
  private final Map<WorkerPool, SimPool> pools = new LinkedHashMap<>();
  private final Map<WorkerPool, Integer> needed = new LinkedHashMap<>();
  private final List<SimWorker> workers = new ArrayList<>();

  SimFleet(GatewayOptions options, SimSettings settings, SplittableRandom random) {
    this.options = options;
    this.settings = settings;
    this.random = random;
  }

  SimPool of(WorkerPool pool) {
    return pools.computeIfAbsent(
        pool, key -> new SimPool(key, random.split(), options.vainStarts(), settings.leaseNanos()));
  }

  /** The pool of a name; what is told of it is told of workers that there are. */
  SimPool named(String name) {
    return pools.values().stream()
        .filter(pool -> pool.pool.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Has so many workers. */
  void grow(WorkerPool pool, int count) {
    for (int i = needed.getOrDefault(pool, 0); i < count; i++) {
      workers.add(new SimWorker(pool + "-" + i, of(pool), settings, random.split()));
    }
    needed.merge(pool, count, Math::max);
  }

  /** The gateway asks for so many. */
  void need(WorkerPool pool, int count, int wanted) {
    Elastic elastic = options.elastic();
    int most =
        elastic != null
            ? pool.name().startsWith("actor-") ? wanted : elastic.most()
            : Math.max(1, pool.isolated() ? options.mostIsolated() : options.expectedWorkers());
    boolean all = elastic == null && pool.equals(WorkerPool.PLAIN);
    if (count > most || (!all && count > wanted)) {
      throw new AssertionError(
          "Pool %s must have at most %d workers, for %d batches and replicas; asked for %d."
              .formatted(pool, most, wanted, count));
    }
    grow(pool, count);
  }

  List<SimWorker> workers() {
    return workers;
  }

  /** The worker of a stream; any other, which will not listen, if it has another stream by now. */
  SimWorker worker(long stream) {
    return workers.stream()
        .filter(worker -> worker.stream() == stream)
        .findFirst()
        .orElse(workers.get(0));
  }

  SimWorker any() {
    return workers.get(random.nextInt(workers.size()));
  }
}
