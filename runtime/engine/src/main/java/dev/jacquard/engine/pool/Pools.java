package dev.jacquard.engine.pool;

import dev.jacquard.Failure;
import dev.jacquard.engine.plan.ActorPlan;
import dev.jacquard.engine.policy.ConstructionPolicy;
import dev.jacquard.engine.policy.Decision;
import dev.jacquard.engine.pool.ReplicaState.Trigger;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All pools of a scheduler: hears what happens and, asked to, decides which replicas there are. */
public final class Pools {

  private final PoolEffects effects;
  private final ReplicaShares.Partner partner;
  private final Map<PoolKey, Pool> pools = new HashMap<>();
  private final Map<String, ReplicaBudget> budgets = new HashMap<>();
  private final Set<ReplicaBudget> undecided = new LinkedHashSet<>();
  private long made;

  /**
   * Makes a state machine without pools.
   *
   * @param partner with whom limits are shared; what it hears has to reach {@link #recheck}
   */
  public Pools(PoolEffects effects, ReplicaShares.Partner partner) {
    this.effects = effects;
    this.partner = partner;
  }

  /**
   * {@code new}: joins the pool of equal code and arguments, or makes it.
   *
   * @param arguments of the constructor
   * @param executionId who wants it
   * @param listener hears when the pool can be used
   * @return what lets go of it
   */
  public Hold hold(
      ActorPlan actor,
      List<@Nullable Object> arguments,
      String executionId,
      Hold.Listener listener) {
    PoolKey key = PoolKey.of(actor, arguments, executionId);
    ReplicaBudget budget = budgets.computeIfAbsent(actor.name(), this::budget);
    budget.setLimit(actor.policy().replicas());
    Pool pool = pools.get(key);
    if (pool == null) {
      pool = new Pool(key, actor, arguments);
      pools.put(key, pool);
      budget.add(pool);
    }
    Hold hold = new Hold(pool, listener);
    pool.hold(hold, actor.policy());
    undecided.add(budget);
    return hold;
  }

  private ReplicaBudget budget(String actor) {
    return new ReplicaBudget(effects, partner.share(actor), () -> ++made);
  }

  /** An execution lets go of a pool; of one that it has let go of: nothing. */
  public void release(Hold hold) {
    if (hold.release()) {
      hold.pool().letGo(hold);
      decideLater(hold.pool());
    }
  }

  /** An execution has ended: what only it could use is closed. */
  public void executionEnded(String executionId) {
    for (Pool pool : List.copyOf(pools.values())) {
      if (executionId.equals(pool.key().execution())) {
        pool.end();
        decideLater(pool);
      }
    }
  }

  /** So many calls wait for a slot of a pool. */
  public void want(Pool pool, int slots) {
    if (slots != pool.wanted()) {
      pool.want(slots);
      decideLater(pool);
    }
  }

  /** A free slot of a pool; null if there is none. */
  public @Nullable Grant offer(Pool pool) {
    Member free = pool.free();
    return free == null
        ? null
        : new Grant(free.replica(), free.callsLeft(pool.policy().maxCalls()));
  }

  /**
   * Returns all replicas of a pool's actor, if every one has calls and no more can be made; empty
   * if one is or will be free without a call having to end.
   */
  public List<Replica> allTaken(Pool pool) {
    ReplicaBudget budget = budgets.get(pool.actor().name());
    return budget == null || pool.free() != null ? List.of() : budget.allTaken();
  }

  /** Takes a slot that was offered, for so many calls at most. */
  public void begin(Replica replica, int calls) {
    Member member = replica.pool().member(replica);
    if (member == null) {
      throw new IllegalStateException("Replica " + replica + " must be there to be called.");
    }
    member.begin(calls);
    if (replica.pool().publish()) {
      effects.changed(replica.pool());
    }
  }

  /**
   * Gives a slot back.
   *
   * @param reserved for how many calls it was taken
   * @param used how many it was
   */
  public void end(Replica replica, int reserved, int used, long now) {
    Member member = replica.pool().member(replica);
    if (member != null) {
      member.end(reserved, used, now);
      decideLater(replica.pool());
    }
  }

  /** A replica has been made. */
  public void created(Replica replica, long now) {
    Member member = replica.pool().member(replica);
    if (member != null && member.is(ReplicaState.STARTING)) {
      member.created(now);
      replica.pool().opened();
      decideLater(replica.pool());
    }
  }

  /**
   * A replica could not be made.
   *
   * @param forGood whether trying again cannot help
   */
  public void failed(Replica replica, Throwable cause, boolean forGood, long now) {
    Pool pool = replica.pool();
    Member member = pool.member(replica);
    if (member == null || !member.is(ReplicaState.STARTING)) {
      return;
    }
    int attempt = member.fail();
    int failures = forGood ? ConstructionPolicy.ATTEMPTS : attempt;
    Decision decision =
        ConstructionPolicy.decide(failures, Failure.of(cause).classNames(), effects.random());
    if (decision instanceof Decision.Retry retry) {
      member.backOff(now + retry.delayNanos());
      effects.failed(pool, attempt, cause, OptionalLong.of(retry.delayNanos()));
    } else {
      remove(pool, member, Trigger.GIVE_UP);
      gaveUp(pool, attempt, cause, now);
    }
    decideLater(pool);
  }

  private void gaveUp(Pool pool, int attempt, Throwable cause, long now) {
    long pause = ConstructionPolicy.pauseNanos(pool.giveUp(), effects.random());
    pool.pauseGrowth(now + pause);
    boolean others = pool.coming() > 0;
    effects.failed(pool, attempt, cause, others ? OptionalLong.of(pause) : OptionalLong.empty());
    if (!others) {
      pool.unavailable(cause);
      effects.unavailable(pool, cause);
    }
  }

  /** A replica has been closed. */
  public void closed(Replica replica) {
    end(replica, Trigger.CLOSED);
  }

  /** A replica is no more, without anybody having asked for that. */
  public void lost(Replica replica) {
    end(replica, Trigger.LOST);
  }

  private void end(Replica replica, Trigger why) {
    Member member = replica.pool().member(replica);
    if (member != null) {
      remove(replica.pool(), member, why);
      decideLater(replica.pool());
    }
  }

  private static void remove(Pool pool, Member member, Trigger why) {
    member.move(why);
    pool.members().remove(member);
  }

  /** The alarm of a pool has rung. */
  public void rung(Pool pool, long now) {
    pool.rung();
    ReplicaBudget budget = budgets.get(pool.actor().name());
    if (budget != null) {
      budget.expire(pool, now);
      undecided.add(budget);
    }
  }

  private void decideLater(Pool pool) {
    recheck(pool.actor().name());
  }

  /** Another runtime needs replicas of an actor, or has given some back. */
  public void recheck(String actor) {
    ReplicaBudget budget = budgets.get(actor);
    if (budget != null) {
      undecided.add(budget);
    }
  }

  /**
   * Decides what follows from all that was heard. Called when every call that could start has, and
   * {@link #want} has been told of the others: a replica that has just been made is not idle before
   * that.
   */
  public void decide(long now) {
    while (!undecided.isEmpty()) {
      List<ReplicaBudget> heard = List.copyOf(undecided);
      undecided.clear();
      heard.forEach(budget -> decide(budget, now));
    }
  }

  private void decide(ReplicaBudget budget, long now) {
    budget.decide(now);
    for (Pool pool : List.copyOf(budget.pools())) {
      setAlarm(pool, now);
      if (pool.publish()) {
        effects.changed(pool);
      }
      if (pool.members().isEmpty() && !pool.held() && !pool.needed()) {
        forget(budget, pool);
      }
    }
  }

  private void setAlarm(Pool pool, long now) {
    long due = pool.due(now);
    if (pool.alarmMissing(due)) {
      pool.setAlarm(due, effects.at(due, pool));
    }
  }

  private void forget(ReplicaBudget budget, Pool pool) {
    pool.silence();
    pools.remove(pool.key());
    budget.remove(pool);
    if (budget.pools().isEmpty()) {
      budgets.remove(pool.actor().name());
      budget.end();
    }
  }
}
