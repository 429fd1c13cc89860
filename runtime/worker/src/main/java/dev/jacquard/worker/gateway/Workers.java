package dev.jacquard.worker.gateway;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The workers whose word counts, and which of them is best for what. */
final class Workers {

  private final Map<Long, Session> sessions = new LinkedHashMap<>();
  private final Map<String, PoolWorkers> pools = new HashMap<>();
  private final Map<Instance, Set<Session>> instances = new HashMap<>();
  private final Set<Instance> used = new HashSet<>();
  private final PoolWorkers none = new PoolWorkers();
  private final List<Session> reserved = new ArrayList<>();

  /** A process, whichever stream it is heard of by. */
  private record Instance(String pool, String name) {
    static Instance of(Session session) {
      return new Instance(session.pool(), session.instance());
    }
  }

  /** Adds a worker; one whose process was used up on an earlier stream takes no work. */
  void add(Session session) {
    Instance instance = Instance.of(session);
    sessions.put(session.id(), session);
    instances.computeIfAbsent(instance, key -> new LinkedHashSet<>()).add(session);
    pools.computeIfAbsent(session.pool(), key -> new PoolWorkers()).add(session);
    if (used.contains(instance)) {
      session.takesNoMore();
    }
  }

  boolean remove(Session session) {
    if (sessions.remove(session.id()) == null) {
      return false;
    }
    Instance instance = Instance.of(session);
    Set<Session> streams = instances.get(instance);
    if (streams != null && streams.remove(session) && streams.isEmpty()) {
      instances.remove(instance);
    }
    PoolWorkers pool = pools.get(session.pool());
    if (pool != null) {
      pool.remove(session);
      if (pool.isEmpty()) {
        pools.remove(session.pool());
      }
    }
    return true;
  }

  /** The worker of an assignment gets it. */
  void give(Assignment assignment) {
    assignment.session().add(assignment);
    changed(assignment.session());
  }

  /** The assignment is no longer its worker's. */
  void take(Assignment assignment) {
    assignment.session().remove(assignment);
    changed(assignment.session());
  }

  /** What a worker carries out, or which replicas it has, has changed. */
  void changed(Session session) {
    pools.getOrDefault(session.pool(), none).changed(session);
  }

  /** An isolated worker gets its call: its process takes no other, also when it connects again. */
  void use(Session session) {
    used.add(Instance.of(session));
    session.takesNoMore();
  }

  /** A process will not be heard of again. */
  void ended(String pool, String instance) {
    used.remove(new Instance(pool, instance));
  }

  @Nullable Session find(long worker) {
    return sessions.get(worker);
  }

  Collection<Session> all() {
    return sessions.values();
  }

  /** The streams of a process; only its own pool can speak of it. */
  List<Session> ofInstance(String pool, String instance) {
    return List.copyOf(instances.getOrDefault(new Instance(pool, instance), Set.of()));
  }

  List<Session> silentSince(long now) {
    List<Session> silent = new ArrayList<>();
    for (Session session : sessions.values()) {
      if (session.leaseEnd() - now < 0) {
        silent.add(session);
      }
    }
    return silent;
  }

  private PoolWorkers of(WorkerPool pool) {
    return pools.getOrDefault(pool.name(), none);
  }

  /** How many workers of a pool carry something out, or have replicas. */
  int busy(WorkerPool pool) {
    return of(pool).busy();
  }

  /** How many workers of a pool there are. */
  int count(WorkerPool pool) {
    return of(pool).size();
  }

  /** Whether a pool has no worker. */
  boolean none(WorkerPool pool) {
    return of(pool).isEmpty();
  }

  /** Whether no worker of a pool has fewer than so many replicas. */
  boolean full(WorkerPool pool, int most) {
    return of(pool).full(most);
  }

  /** The worker of a pool with the most free slots; null if none has one. */
  @Nullable Session mostFree(WorkerPool pool) {
    return of(pool).mostFree();
  }

  /** The worker with the least to do, whether or not it has a slot; null if none takes work. */
  @Nullable Session leastBusy(WorkerPool pool) {
    return of(pool).leastBusy();
  }

  /** The worker with the fewest replicas, if fewer than so many; null if there is none. */
  @Nullable Session fewestHomes(WorkerPool pool, int most) {
    return of(pool).fewestHomes(most);
  }

  static boolean takesBatches(Session session) {
    return session.takesWork() && !session.reserved() && !session.alone();
  }

  /** A worker that has nothing to do; if there is none, one is kept free for now. */
  @Nullable Session forSuspect(WorkerPool pool) {
    return forSuspect(pool, Integer.MAX_VALUE);
  }

  /** The same, for a replica: a worker that has fewer than so many. */
  @Nullable Session forSuspect(WorkerPool pool, int most) {
    Session candidate = of(pool).forSuspect(most);
    if (candidate == null || candidate.idle()) {
      return candidate;
    }
    reserve(candidate);
    return null;
  }

  /** Keeps a worker free of anything new, until the next {@link #releaseReserved}. */
  void reserve(Session session) {
    session.reserve(true);
    reserved.add(session);
  }

  void releaseReserved() {
    reserved.forEach(session -> session.reserve(false));
    reserved.clear();
  }
}
