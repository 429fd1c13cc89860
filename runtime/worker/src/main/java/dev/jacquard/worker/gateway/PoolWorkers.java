package dev.jacquard.worker.gateway;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The workers of one pool, and which of them is best for what; found without looking at all. */
final class PoolWorkers {

  private final Map<Long, Session> sessions = new LinkedHashMap<>();
  private final Set<Session> busy = new HashSet<>();
  private final Ranking mostFree = new Ranking(session -> -session.free());
  private final Ranking leastBusy = new Ranking(Session::busy);
  private final Ranking fewestHomes = new Ranking(Session::homeCount);

  void add(Session session) {
    sessions.put(session.id(), session);
    changed(session);
  }

  void remove(Session session) {
    sessions.remove(session.id());
    busy.remove(session);
    mostFree.remove(session);
    leastBusy.remove(session);
    fewestHomes.remove(session);
  }

  /** What a worker carries out, or which replicas it has, has changed. */
  void changed(Session session) {
    if (!sessions.containsKey(session.id())) {
      return;
    }
    if (session.busy() + session.homeCount() > 0) {
      busy.add(session);
    } else {
      busy.remove(session);
    }
    mostFree.update(session);
    leastBusy.update(session);
    fewestHomes.update(session);
  }

  private Collection<Session> all() {
    return sessions.values();
  }

  int size() {
    return sessions.size();
  }

  boolean isEmpty() {
    return sessions.isEmpty();
  }

  /** How many carry something out, or have replicas. */
  int busy() {
    return busy.size();
  }

  /** Whether none has fewer than so many replicas. */
  boolean full(int most) {
    for (Session session : fewestHomes.of(all())) {
      return session.homeCount() >= most;
    }
    return true;
  }

  /** The one with the most free slots; null if none has one. */
  @Nullable Session mostFree() {
    for (Session session : mostFree.of(all())) {
      if (session.free() <= 0) {
        return null;
      }
      if (Workers.takesBatches(session)) {
        return session;
      }
    }
    return null;
  }

  /** The one with the least to do, whether or not it has a slot; null if none takes work. */
  @Nullable Session leastBusy() {
    for (Session session : leastBusy.of(all())) {
      if (Workers.takesBatches(session)) {
        return session;
      }
    }
    return null;
  }

  /** The one with the fewest replicas, if fewer than so many; null if there is none. */
  @Nullable Session fewestHomes(int most) {
    for (Session session : fewestHomes.of(all())) {
      if (session.homeCount() >= most) {
        return null;
      }
      if (session.takesWork() && !session.alone()) {
        return session;
      }
    }
    return null;
  }

  /**
   * One with fewer than so many replicas that is not alone with a suspect: one with nothing to do,
   * if there is one; null if there is none.
   */
  @Nullable Session forSuspect(int most) {
    Session candidate = null;
    for (Session session : leastBusy.of(all())) {
      if (session.takesWork() && session.homeCount() < most) {
        if (session.idle()) {
          return session;
        }
        if (candidate == null && !session.alone()) {
          candidate = session;
        }
      }
      if (candidate != null && session.busy() > 0) {
        break;
      }
    }
    return candidate;
  }
}
