package dev.jacquard.engine.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks over the pools of one actor's name: what they have, what they lack, what they can spare.
 */
final class Census {

  private final List<Pool> pools = new ArrayList<>();

  List<Pool> pools() {
    return pools;
  }

  /** All replicas; empty if one of them has no calls. */
  List<Replica> allBusy() {
    List<Replica> busy = new ArrayList<>();
    for (Pool pool : pools) {
      for (Member member : pool.members()) {
        if (member.inFlight() == 0) {
          return List.of();
        }
        busy.add(member.replica());
      }
    }
    return busy;
  }

  /** What others have to know of all this. */
  Standing standing(int limit, long now) {
    int total = 0;
    int leaving = 0;
    int missing = 0;
    int belowLeast = 0;
    for (Pool pool : pools) {
      total += pool.members().size();
      leaving += pool.count(ReplicaState.DRAINING) + pool.count(ReplicaState.CLOSING);
      missing += pool.missing(limit, now);
      belowLeast += pool.belowLeast(now);
    }
    Pool poor = neediest(limit, now);
    Pool rich = richest();
    return new Standing(
        total,
        leaving,
        missing,
        poor == null ? Standing.NOBODY : poor.coming(),
        belowLeast,
        offer(idle(false), rich != null),
        rich == null ? 0 : rich.coming(),
        unmade() == null ? offer(idle(true), mostLive() != null) : Offer.UNMADE);
  }

  private static Offer offer(@Nullable Member idle, boolean busy) {
    if (idle != null) {
      return idle.replica().pool().held() ? Offer.IDLE : Offer.UNHELD;
    }
    return busy ? Offer.BUSY : Offer.NONE;
  }

  /**
   * The pool with the fewest replicas among those that lack some; of those, the one that has gone
   * without a new one for longest.
   */
  @Nullable Pool neediest(int limit, long now) {
    Pool neediest = null;
    for (Pool pool : pools) {
      if (pool.missing(limit, now) > 0 && (neediest == null || needier(pool, neediest))) {
        neediest = pool;
      }
    }
    return neediest;
  }

  private static boolean needier(Pool one, Pool other) {
    return one.coming() != other.coming()
        ? one.coming() < other.coming()
        : one.newest() < other.newest();
  }

  /** A replica that could not be made, and is tried again later; null if there is none. */
  @Nullable Member unmade() {
    for (Pool pool : pools) {
      for (Member member : pool.members()) {
        if (member.is(ReplicaState.BACKOFF)) {
          return member;
        }
      }
    }
    return null;
  }

  /** The replica that is missed least: of a pool that nobody holds, then the longest idle. */
  @Nullable Member idle(boolean ofNeeded) {
    Member found = null;
    boolean foundHeld = false;
    for (Pool pool : pools) {
      Member idle = pool.needed() && !ofNeeded ? null : pool.idlest();
      if (idle != null
          && (found == null
              || (foundHeld && !pool.held())
              || (foundHeld == pool.held() && idle.idleSince() < found.idleSince()))) {
        found = idle;
        foundHeld = pool.held();
      }
    }
    return found;
  }

  /** A replica of the pool with the most that take calls; null if none does. */
  @Nullable Member mostLive() {
    Pool most = null;
    for (Pool pool : pools) {
      most = richer(pool, most);
    }
    return most == null ? null : live(most, member -> true);
  }

  /** A busy replica of the richest pool whose turn is over; null if there is none. */
  @Nullable Member served(long now) {
    Pool rich = richest();
    return rich == null ? null : live(rich, member -> member.turnIsOver(now));
  }

  /** The pool with the most replicas that take calls, of those for which still more wait. */
  private @Nullable Pool richest() {
    Pool rich = null;
    for (Pool pool : pools) {
      rich = pool.wanted() > 0 ? richer(pool, rich) : rich;
    }
    return rich;
  }

  private static @Nullable Pool richer(Pool pool, @Nullable Pool than) {
    int least = than == null ? 0 : than.count(ReplicaState.LIVE);
    return pool.count(ReplicaState.LIVE) > least ? pool : than;
  }

  private static @Nullable Member live(Pool pool, Predicate<Member> which) {
    for (Member member : pool.members()) {
      if (member.is(ReplicaState.LIVE) && which.test(member)) {
        return member;
      }
    }
    return null;
  }
}
