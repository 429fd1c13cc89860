package dev.jacquard.engine.pool;

import dev.jacquard.engine.pool.ReplicaState.Trigger;

/** What is known of a replica. */
final class Member {

  /**
   * A replica that was long in the making is given away for another identity only after as long.
   */
  private static final int TURN_OF_MAKING = 10;

  private static final long SHORTEST_TURN_NANOS = 100_000_000L;

  private final Replica replica;
  private ReplicaState state = ReplicaState.STARTING;
  private int failures;
  private int inFlight;
  private int reserved;
  private int used;
  private long askedAt;
  private long liveSince;
  private long idleSince;
  private long retryAt;

  Member(Replica replica, long now) {
    this.replica = replica;
    this.askedAt = now;
  }

  Replica replica() {
    return replica;
  }

  ReplicaState state() {
    return state;
  }

  boolean is(ReplicaState asked) {
    return state == asked;
  }

  void move(Trigger trigger) {
    state = state.on(trigger);
  }

  void created(long now) {
    move(Trigger.CREATED);
    liveSince = now;
    idleSince = now;
  }

  int fail() {
    return ++failures;
  }

  void backOff(long until) {
    move(Trigger.FAIL);
    retryAt = until;
  }

  void retry(long now) {
    move(Trigger.RETRY);
    askedAt = now;
  }

  long retryAt() {
    return retryAt;
  }

  void begin(int calls) {
    inFlight++;
    reserved += calls;
  }

  void end(int reservedCalls, int usedCalls, long now) {
    inFlight--;
    reserved -= reservedCalls;
    used += usedCalls;
    if (inFlight == 0) {
      idleSince = now;
    }
  }

  int inFlight() {
    return inFlight;
  }

  boolean idle() {
    return state == ReplicaState.LIVE && inFlight == 0;
  }

  long idleSince() {
    return idleSince;
  }

  /** How many calls may still be reserved. */
  int callsLeft(int maxCalls) {
    return maxCalls == 0 ? Integer.MAX_VALUE : maxCalls - used - reserved;
  }

  /** Whether it has carried out as many calls as it may. */
  boolean worn(int maxCalls) {
    return maxCalls > 0 && used >= maxCalls;
  }

  /** Whether it has been of use for long enough, in view of what making it has cost. */
  boolean turnIsOver(long now) {
    long turn = Math.max(SHORTEST_TURN_NANOS, TURN_OF_MAKING * (liveSince - askedAt));
    return now - liveSince >= turn;
  }
}
