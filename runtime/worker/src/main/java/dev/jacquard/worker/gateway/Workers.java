package dev.jacquard.worker.gateway;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The workers whose word counts, and which of them is best for what. */
final class Workers {

  private final Map<Long, Session> sessions = new LinkedHashMap<>();
  private final Set<Instance> used = new HashSet<>();
  private boolean reserved;

  /** A process, whichever stream it is heard of by. */
  private record Instance(String pool, String name) {
    static Instance of(Session session) {
      return new Instance(session.pool(), session.instance());
    }
  }

  /** Adds a worker; one whose process was used up on an earlier stream takes no work. */
  void add(Session session) {
    sessions.put(session.id(), session);
    if (used.contains(Instance.of(session))) {
      session.takesNoMore();
    }
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

  boolean remove(Session session) {
    return sessions.remove(session.id()) != null;
  }

  @Nullable Session find(long worker) {
    return sessions.get(worker);
  }

  Collection<Session> all() {
    return sessions.values();
  }

  /** The streams of a process; only its own pool can speak of it. */
  List<Session> ofInstance(String pool, String instance) {
    return matching(session -> session.pool().equals(pool) && session.instance().equals(instance));
  }

  List<Session> silentSince(long now) {
    return matching(session -> session.leaseEnd() - now < 0);
  }

  private List<Session> matching(Predicate<Session> condition) {
    List<Session> found = new ArrayList<>();
    for (Session session : sessions.values()) {
      if (condition.test(session)) {
        found.add(session);
      }
    }
    return found;
  }

  /** How many workers of a pool carry something out, or have replicas. */
  int busy(WorkerPool pool) {
    return matching(session -> session.serves(pool) && session.busy() + session.homeCount() > 0)
        .size();
  }

  /** How many workers of a pool there are. */
  int count(WorkerPool pool) {
    return matching(session -> session.serves(pool)).size();
  }

  /** Whether a pool has no worker. */
  boolean none(WorkerPool pool) {
    return sessions.values().stream().noneMatch(session -> session.serves(pool));
  }

  /** Whether no worker of a pool has fewer than so many replicas. */
  boolean full(WorkerPool pool, int most) {
    return sessions.values().stream()
        .noneMatch(session -> session.serves(pool) && session.homeCount() < most);
  }

  /** The worker of a pool with the most free slots; null if none has one. */
  @Nullable Session mostFree(WorkerPool pool) {
    Session best = null;
    for (Session session : sessions.values()) {
      if (session.free() > 0
          && session.serves(pool)
          && takesBatches(session)
          && (best == null || session.free() > best.free())) {
        best = session;
      }
    }
    return best;
  }

  /** The worker with the least to do, whether or not it has a slot; null if none takes work. */
  @Nullable Session leastBusy(WorkerPool pool) {
    Session best = null;
    for (Session session : sessions.values()) {
      if (session.serves(pool)
          && takesBatches(session)
          && (best == null || session.busy() < best.busy())) {
        best = session;
      }
    }
    return best;
  }

  /** The worker with the fewest replicas, if fewer than so many; null if there is none. */
  @Nullable Session fewestHomes(WorkerPool pool, int most) {
    Session best = null;
    for (Session session : sessions.values()) {
      if (session.serves(pool)
          && session.takesWork()
          && !session.alone()
          && session.homeCount() < most
          && (best == null || session.homeCount() < best.homeCount())) {
        best = session;
      }
    }
    return best;
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
    Session candidate = null;
    for (Session session : sessions.values()) {
      if (!session.serves(pool) || session.homeCount() >= most) {
        continue;
      }
      if (session.takesWork() && session.idle()) {
        return session;
      }
      if (session.takesWork()
          && !session.alone()
          && (candidate == null || session.busy() < candidate.busy())) {
        candidate = session;
      }
    }
    if (candidate != null) {
      reserve(candidate);
    }
    return null;
  }

  /** Keeps a worker free of anything new, until the next {@link #releaseReserved}. */
  void reserve(Session session) {
    session.reserve(true);
    reserved = true;
  }

  void releaseReserved() {
    if (reserved) {
      sessions.values().forEach(session -> session.reserve(false));
      reserved = false;
    }
  }
}
