package dev.jacquard.engine.pool;

import dev.jacquard.engine.pool.ReplicaState.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The replicas of all pools of one actor name, which share one limit. Where it does not suffice, an
 * idle replica gives way to a pool that needs one, and a busy one when it has had its turn, so that
 * no pool starves.
 */
final class ReplicaBudget {

  private final PoolEffects effects;
  private final List<Pool> pools = new ArrayList<>();
  private int limit;
  private final LongSupplier numbers;

  ReplicaBudget(PoolEffects effects, LongSupplier numbers) {
    this.effects = effects;
    this.numbers = numbers;
  }

  void setLimit(int replicas) {
    limit = replicas;
  }

  void add(Pool pool) {
    pools.add(pool);
  }

  void remove(Pool pool) {
    pools.remove(pool);
  }

  List<Pool> pools() {
    return pools;
  }

  /** All replicas, if each has calls and there are as many as there may be; else none. */
  List<Replica> allTaken() {
    List<Replica> taken = new ArrayList<>();
    for (Pool pool : pools) {
      for (Member member : pool.members()) {
        if (member.inFlight() == 0) {
          return List.of();
        }
        taken.add(member.replica());
      }
    }
    return taken.size() < limit ? List.of() : taken;
  }

  private int total() {
    int total = 0;
    for (Pool pool : pools) {
      total += pool.members().size();
    }
    return total;
  }

  /** Makes and closes replicas, as it is due. */
  void decide(long now) {
    for (Pool pool : pools) {
      retire(pool, now);
    }
    trim();
    while (total() < limit) {
      Pool needy = neediest(now);
      if (needy == null) {
        break;
      }
      create(needy, now);
    }
    makeWay(now);
    keepLeast(now);
  }

  /** Closes what is worn out, expired, or nobody's any longer. */
  private void retire(Pool pool, long now) {
    for (Member member : List.copyOf(pool.members())) {
      if (member.is(ReplicaState.LIVE) && (pool.over() || member.worn(pool.policy().maxCalls()))) {
        drain(member);
      } else if (member.is(ReplicaState.STARTING) && pool.over()) {
        close(member);
      } else if (member.is(ReplicaState.BACKOFF)) {
        backOff(pool, member, now);
      }
      if (member.is(ReplicaState.DRAINING) && member.inFlight() == 0) {
        close(member);
      }
    }
  }

  /** Closes replicas that nobody has called for long enough. */
  void expire(Pool pool, long now) {
    Member idle = pool.idlest();
    while (idle != null && pool.mayShrink() && pool.expiry(idle) <= now) {
      close(idle);
      idle = pool.idlest();
    }
  }

  private void backOff(Pool pool, Member member, long now) {
    if (pool.over() || !(pool.held() || pool.needed())) {
      member.move(Trigger.GIVE_UP);
      pool.members().remove(member);
    } else if (member.retryAt() <= now) {
      member.retry(now);
      effects.create(member.replica());
    }
  }

  /** The limit has been lowered. */
  private void trim() {
    int surplus = total() - leaving() - limit;
    for (; surplus > 0; surplus--) {
      Member idle = idle(true);
      Member victim = idle == null ? mostLive() : idle;
      if (victim == null) {
        return;
      }
      drain(victim);
      if (victim.inFlight() == 0) {
        close(victim);
      }
    }
  }

  private @Nullable Member mostLive() {
    Pool most = null;
    for (Pool pool : pools) {
      if (most == null || pool.count(ReplicaState.LIVE) > most.count(ReplicaState.LIVE)) {
        most = pool;
      }
    }
    return most == null
        ? null
        : most.members().stream()
            .filter(member -> member.is(ReplicaState.LIVE))
            .findFirst()
            .orElse(null);
  }

  private int leaving() {
    int leaving = 0;
    for (Pool pool : pools) {
      leaving += pool.count(ReplicaState.DRAINING) + pool.count(ReplicaState.CLOSING);
    }
    return leaving;
  }

  /**
   * The pool with the fewest replicas among those that lack some; of those, the one that has gone
   * without a new one for longest.
   */
  private @Nullable Pool neediest(long now) {
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

  private void create(Pool pool, long now) {
    Replica replica = Replica.in(pool, numbers.getAsLong());
    pool.made(replica);
    pool.members().add(new Member(replica, now));
    effects.create(replica);
  }

  private void makeWay(long now) {
    int missing = 0;
    for (Pool pool : pools) {
      missing += pool.missing(limit, now);
    }
    for (int leaving = leaving(); leaving < missing; leaving++) {
      Member victim = idle(false);
      if (victim == null) {
        victim = busy(leaving, now);
      }
      if (victim == null) {
        return;
      }
      drain(victim);
      if (victim.inFlight() == 0) {
        close(victim);
      }
    }
  }

  /** The replica that is missed least: of a pool that nobody holds, then the longest idle. */
  private @Nullable Member idle(boolean ofNeeded) {
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

  /**
   * A replica of the pool with the most, if another gets fewer even with those that are leaving.
   */
  private @Nullable Member busy(int leaving, long now) {
    Pool poor = neediest(now);
    Pool rich = null;
    for (Pool pool : pools) {
      if (pool.wanted() > 0
          && (rich == null || pool.count(ReplicaState.LIVE) > rich.count(ReplicaState.LIVE))) {
        rich = pool;
      }
    }
    if (poor == null
        || rich == null
        || rich.key().equals(poor.key())
        || !fairer(rich.coming(), poor.coming() + leaving)) {
      return null;
    }
    return rich.members().stream()
        .filter(member -> member.is(ReplicaState.LIVE) && member.turnIsOver(now))
        .findFirst()
        .orElse(null);
  }

  private static boolean fairer(int rich, int poor) {
    return poor == 0 || rich - poor >= 2;
  }

  private void keepLeast(long now) {
    for (Pool pool : pools) {
      for (int i = pool.belowLeast(now); i > 0 && total() < limit; i--) {
        create(pool, now);
      }
    }
  }

  private static void drain(Member member) {
    member.move(Trigger.DRAIN);
  }

  private void close(Member member) {
    member.move(Trigger.CLOSE);
    effects.close(member.replica());
  }
}
