package dev.jacquard.worker.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Replicas that wait for a worker, each kind in the order in which they came: those that may be
 * what takes workers down, and of each pool the others.
 */
final class WaitingHomes {

  private final Map<WorkerPool, Set<Home>> others = new LinkedHashMap<>();
  private final Set<Home> suspects = new LinkedHashSet<>();

  void add(Home home) {
    if (home.suspected()) {
      suspects.add(home);
    } else {
      others.computeIfAbsent(home.pool(), pool -> new LinkedHashSet<>()).add(home);
    }
  }

  void remove(Home home) {
    Set<Home> ofPool = others.get(home.pool());
    if (!suspects.remove(home) && ofPool != null && ofPool.remove(home) && ofPool.isEmpty()) {
      others.remove(home.pool());
    }
  }

  boolean isEmpty() {
    return others.isEmpty() && suspects.isEmpty();
  }

  List<Home> suspects() {
    return suspects.isEmpty() ? List.of() : List.copyOf(suspects);
  }

  /** The pools that others than suspects wait for. */
  List<WorkerPool> poolsOfOthers() {
    return List.copyOf(others.keySet());
  }

  /** The one that has waited longest, suspects apart; null if there is none. */
  @Nullable Home first(WorkerPool pool) {
    Set<Home> ofPool = others.get(pool);
    return ofPool == null ? null : ofPool.iterator().next();
  }

  List<Home> all() {
    List<Home> all = new ArrayList<>(suspects);
    others.values().forEach(all::addAll);
    return all;
  }

  /** Tells how many wait for each pool; of suspects, which are made alone, one by one. */
  void forEachPool(ObjIntConsumer<WorkerPool> action) {
    others.forEach((pool, homes) -> action.accept(pool, homes.size()));
    suspects.forEach(home -> action.accept(home.pool(), 1));
  }
}
