package dev.jacquard.worker.gateway;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Workers in the order of something that changes, the least first; of equals, the one that came
 * first. Costs nothing until it is asked for.
 */
final class Ranking {

  private record Rank(int value, long worker) {}

  private static final Comparator<Rank> ORDER =
      Comparator.comparingInt(Rank::value).thenComparingLong(Rank::worker);

  private final ToIntFunction<Session> value;
  private final Map<Session, Rank> ranks = new HashMap<>();
  private @Nullable TreeMap<Rank, Session> order;

  Ranking(ToIntFunction<Session> value) {
    this.value = value;
  }

  /** All of them in order. Some of them may have said that they take no work. */
  Collection<Session> of(Collection<Session> all) {
    TreeMap<Rank, Session> known = order;
    if (known == null) {
      known = new TreeMap<>(ORDER);
      order = known;
      all.forEach(this::update);
    }
    return known.values();
  }

  /** A worker is new, or has changed. */
  void update(Session session) {
    TreeMap<Rank, Session> known = order;
    if (known == null) {
      return;
    }
    Rank rank = new Rank(value.applyAsInt(session), session.id());
    Rank before = ranks.put(session, rank);
    if (!rank.equals(before)) {
      if (before != null) {
        known.remove(before);
      }
      known.put(rank, session);
    }
  }

  void remove(Session session) {
    Rank rank = ranks.remove(session);
    TreeMap<Rank, Session> known = order;
    if (rank != null && known != null) {
      known.remove(rank);
    }
  }
}
