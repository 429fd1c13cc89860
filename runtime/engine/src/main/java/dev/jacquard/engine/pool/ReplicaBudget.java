package dev.jacquard.engine.pool;

import dev.jacquard.engine.pool.ReplicaState.Trigger;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The replicas of all pools of one actor name, which share one limit, also with those of other
 * runtimes. Where it does not suffice, an idle replica gives way to a pool that needs one, and a
 * busy one when it has had its turn, so that no pool starves.
 */
final class ReplicaBudget {

  private final PoolEffects effects;
  private final ReplicaShare share;
  private final LongSupplier numbers;
  private final Census census = new Census();
  private int limit;
  private @Nullable Standing standing;

  ReplicaBudget(PoolEffects effects, ReplicaShare share, LongSupplier numbers) {
    this.effects = effects;
    this.share = share;
    this.numbers = numbers;
  }

  void setLimit(int replicas) {
    limit = replicas;
    share.setLimit(replicas);
  }

  void add(Pool pool) {
    census.pools().add(pool);
  }

  void remove(Pool pool) {
    census.pools().remove(pool);
  }

  List<Pool> pools() {
    return census.pools();
  }

  /** It has no pools any more. */
  void end() {
    share.end();
  }

  /** All replicas, if each has calls and there are as many as there may be; else none. */
  List<Replica> allTaken() {
    List<Replica> busy = census.allBusy();
    // What other runtimes have becomes free without anything of this one having to end.
    return busy.size() < limit || share.ofOthers() > 0 ? List.of() : busy;
  }

  /** Makes and closes replicas, as it is due. */
  void decide(long now) {
    for (Pool pool : pools()) {
      retire(pool);
    }
    standing = null;
    int allowed = share.tell(standing(now));
    if (allowed != limit) {
      limit = allowed;
      standing = null;
    }
    trim(now);
    retryMaking(now);
    Pool needy = census.neediest(limit, now);
    while (needy != null && share.take(standing(now))) {
      create(needy, now);
      needy = census.neediest(limit, now);
    }
    makeWay(now);
    keepLeast(now);
    share.tell(standing(now));
  }

  /** Looked over anew only when something has changed: most decisions change nothing. */
  private Standing standing(long now) {
    Standing known = standing;
    if (known == null) {
      known = census.standing(limit, now);
      standing = known;
    }
    return known;
  }

  /** Closes what is worn out, expired, or nobody's any longer. */
  private void retire(Pool pool) {
    for (Member member : List.copyOf(pool.members())) {
      if (member.is(ReplicaState.LIVE) && (pool.over() || member.worn(pool.policy().maxCalls()))) {
        member.move(Trigger.DRAIN);
      } else if (member.is(ReplicaState.STARTING) && pool.over()) {
        close(member);
      } else if (member.is(ReplicaState.BACKOFF)
          && (pool.over() || !(pool.held() || pool.needed()))) {
        giveUp(member);
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

  private static void giveUp(Member member) {
    member.move(Trigger.GIVE_UP);
    member.replica().pool().members().remove(member);
  }

  private void retryMaking(long now) {
    for (Pool pool : pools()) {
      for (Member member : pool.members()) {
        if (member.is(ReplicaState.BACKOFF) && member.retryAt() <= now) {
          member.retry(now);
          standing = null;
          effects.create(member.replica());
        }
      }
    }
  }

  /** The limit has been lowered. */
  private void trim(long now) {
    while (share.giveSurplus(standing(now))) {
      letGo(Objects.requireNonNull(surplus(), "what was offered"));
    }
  }

  private @Nullable Member surplus() {
    Member unmade = census.unmade();
    Member idle = unmade == null ? census.idle(true) : unmade;
    return idle == null ? census.mostLive() : idle;
  }

  private void create(Pool pool, long now) {
    Replica replica = Replica.in(pool, numbers.getAsLong());
    pool.made(replica);
    pool.members().add(new Member(replica, now));
    standing = null;
    effects.create(replica);
  }

  /** Others lack replicas, here or elsewhere. */
  private void makeWay(long now) {
    while (canSpare(now) && share.give(standing(now))) {
      letGo(Objects.requireNonNull(spare(now), "what was offered"));
    }
  }

  private boolean canSpare(long now) {
    return standing(now).spare() != Offer.BUSY || census.served(now) != null;
  }

  private @Nullable Member spare(long now) {
    Member idle = census.idle(false);
    return idle == null ? census.served(now) : idle;
  }

  private void letGo(Member member) {
    standing = null;
    if (member.is(ReplicaState.BACKOFF)) {
      giveUp(member);
      return;
    }
    member.move(Trigger.DRAIN);
    if (member.inFlight() == 0) {
      close(member);
    }
  }

  private void keepLeast(long now) {
    for (Pool pool : pools()) {
      for (int i = pool.belowLeast(now); i > 0 && share.takeSpare(standing(now)); i--) {
        create(pool, now);
      }
    }
  }

  private void close(Member member) {
    member.move(Trigger.CLOSE);
    effects.close(member.replica());
  }
}
