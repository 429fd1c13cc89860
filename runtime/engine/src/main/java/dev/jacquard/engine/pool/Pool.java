package dev.jacquard.engine.pool;

import dev.jacquard.engine.plan.ActorPlan;
import dev.jacquard.engine.policy.PoolPolicy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The replicas of one actor, made from equal arguments and code. Its state belongs to {@link
 * Pools}; its tally may be read by anyone.
 */
public final class Pool {

  private final PoolKey key;
  private final ActorPlan actor;
  private final List<@Nullable Object> arguments;
  private final List<Member> members = new ArrayList<>();
  private final List<Hold> opening = new ArrayList<>();
  private PoolPolicy policy;
  private int holds;
  private int wanted;
  private int givenUp;
  private long growsAt = Long.MIN_VALUE;
  private boolean over;
  private long newest;
  private PoolEffects.@Nullable Alarm alarm;
  private long alarmAt = Long.MAX_VALUE;
  private volatile PoolTally tally;

  Pool(PoolKey key, ActorPlan actor, List<@Nullable Object> arguments) {
    this.key = key;
    this.actor = actor;
    this.arguments = arguments;
    this.policy = actor.policy();
    this.tally = new PoolTally(actor.name(), 0, 0, 0, 0);
  }

  /** The actor. */
  public ActorPlan actor() {
    return actor;
  }

  /** How many replicas it has, and for how long, as the execution said that came last. */
  public PoolPolicy policy() {
    return policy;
  }

  /** How it stands. Thread-safe. */
  public PoolTally tally() {
    return tally;
  }

  PoolKey key() {
    return key;
  }

  List<@Nullable Object> arguments() {
    return arguments;
  }

  List<Member> members() {
    return members;
  }

  void made(Replica replica) {
    newest = replica.number();
  }

  /** The number of the replica that was made last; zero: none was. */
  long newest() {
    return newest;
  }

  void hold(Hold hold, PoolPolicy latest) {
    holds++;
    policy = latest;
    if (count(ReplicaState.LIVE) > 0) {
      hold.opened();
    } else {
      opening.add(hold);
    }
  }

  void letGo(Hold hold) {
    holds--;
    opening.remove(hold);
  }

  boolean held() {
    return holds > 0;
  }

  /** The only execution that may use it has ended. */
  void end() {
    over = true;
  }

  boolean over() {
    return over;
  }

  void opened() {
    givenUp = 0;
    List<Hold> waiting = List.copyOf(opening);
    opening.clear();
    waiting.forEach(Hold::opened);
  }

  void unavailable(Throwable cause) {
    wanted = 0;
    List<Hold> waiting = List.copyOf(opening);
    opening.clear();
    waiting.forEach(hold -> hold.failed(cause));
  }

  /** A replica could not be made: the pool tries to grow again later. */
  void pauseGrowth(long until) {
    growsAt = until;
  }

  int giveUp() {
    return ++givenUp;
  }

  long growsAt() {
    return growsAt;
  }

  /** How many calls wait for a slot. */
  int wanted() {
    return wanted;
  }

  void want(int slots) {
    wanted = slots;
  }

  /** Whether somebody waits for a replica. */
  boolean needed() {
    return wanted > 0 || !opening.isEmpty();
  }

  int count(ReplicaState state) {
    int count = 0;
    for (Member member : members) {
      count += member.is(state) ? 1 : 0;
    }
    return count;
  }

  /** How many replicas have been asked for or take calls. */
  int coming() {
    return count(ReplicaState.STARTING) + count(ReplicaState.BACKOFF) + count(ReplicaState.LIVE);
  }

  /** How many replicas it lacks for what waits. */
  int missing(int limit, long now) {
    // Of a replica that could not be made, those that are there, or still tried, bear the brunt.
    if (over || !needed() || (now < growsAt && coming() > 0)) {
      return 0;
    }
    int usable = 0;
    long slots = wanted;
    for (Member member : members) {
      if (member.is(ReplicaState.STARTING) || member.is(ReplicaState.BACKOFF)) {
        usable++;
      } else if (member.is(ReplicaState.LIVE) && member.callsLeft(policy.maxCalls()) > 0) {
        usable++;
        slots += member.inFlight();
      }
    }
    long target = (slots + policy.concurrency() - 1) / policy.concurrency();
    return (int) Math.max(0, Math.min(limit, Math.max(1, target)) - usable);
  }

  /** How many replicas it lacks for what its policy says. */
  int belowLeast(long now) {
    boolean kept = held() && !over && now >= growsAt;
    return kept ? Math.max(0, policy.minReplicas() - coming()) : 0;
  }

  /** The replica that is free and best for the next call; null if none is. */
  @Nullable Member free() {
    Member best = null;
    for (Member member : members) {
      if (member.is(ReplicaState.LIVE)
          && member.inFlight() < policy.concurrency()
          && member.callsLeft(policy.maxCalls()) > 0
          && (best == null || better(member, best))) {
        best = member;
      }
    }
    return best;
  }

  /** The least busy; of those, the one that was of use last, so that the others get to be idle. */
  private static boolean better(Member one, Member other) {
    return one.inFlight() != other.inFlight()
        ? one.inFlight() < other.inFlight()
        : one.idleSince() > other.idleSince();
  }

  /** The replica that has been idle for longest; null if none is idle. */
  @Nullable Member idlest() {
    Member longest = null;
    for (Member member : members) {
      if (member.idle() && (longest == null || member.idleSince() < longest.idleSince())) {
        longest = member;
      }
    }
    return longest;
  }

  /** What is known of a replica; null if it is gone. */
  @Nullable Member member(Replica replica) {
    for (Member member : members) {
      if (member.replica().equals(replica)) {
        return member;
      }
    }
    return null;
  }

  /** When something is due without anything else happening; {@link Long#MAX_VALUE}: never. */
  long due(long now) {
    long due = Long.MAX_VALUE;
    for (Member member : members) {
      if (member.is(ReplicaState.BACKOFF)) {
        due = Math.min(due, member.retryAt());
      }
    }
    if (growsAt > now && (needed() || held())) {
      due = Math.min(due, growsAt);
    }
    Member idle = idlest();
    return idle != null && mayShrink() ? Math.min(due, expiry(idle)) : due;
  }

  /** Whether a replica that nobody calls may be closed. */
  boolean mayShrink() {
    return !needed() && coming() > (held() ? policy.minReplicas() : 0);
  }

  long expiry(Member idle) {
    long end = idle.idleSince() + policy.ttlNanos();
    return end < idle.idleSince() ? Long.MAX_VALUE : end;
  }

  /** Returns whether an alarm has to be set for that time; one that rings earlier does as well. */
  boolean alarmMissing(long at) {
    return at < alarmAt;
  }

  void setAlarm(long at, PoolEffects.Alarm set) {
    silence();
    alarm = set;
    alarmAt = at;
  }

  void rung() {
    alarm = null;
    alarmAt = Long.MAX_VALUE;
  }

  void silence() {
    if (alarm != null) {
      alarm.cancel();
    }
    rung();
  }

  /** Takes down how it stands; returns whether that is news. */
  boolean publish() {
    int idle = 0;
    int busy = 0;
    for (Member member : members) {
      idle += member.idle() ? 1 : 0;
      busy += member.inFlight() > 0 ? 1 : 0;
    }
    int starting = count(ReplicaState.STARTING) + count(ReplicaState.BACKOFF);
    PoolTally seen = new PoolTally(actor.name(), starting, idle, busy, wanted);
    boolean news = !seen.equals(tally);
    tally = seen;
    return news;
  }
}
