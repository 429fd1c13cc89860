package dev.jacquard.engine.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.plan.ActorPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two builds of one actor, each in a runtime of its own, which share its limit. */
class ReplicaSharesTest {

  private static final long SECOND = 1_000_000_000L;

  private final ReplicaShares shares = new ReplicaShares();
  private final SharingRuntime old = new SharingRuntime(shares);
  private final SharingRuntime young = new SharingRuntime(shares);

  private static ActorPlan actor(SharingRuntime runtime, int replicas) {
    return runtime.actor(policy -> policy.setReplicas(replicas));
  }

  /** A pool with so many replicas, each with a call, and calls that wait. */
  private static Hold busy(SharingRuntime runtime, int replicas) {
    Hold hold = runtime.hold(actor(runtime, replicas), 1);
    runtime.want(hold, replicas);
    for (int i = 0; i < replicas; i++) {
      runtime.pools.begin(runtime.makeOne(), 1);
    }
    return hold;
  }

  private static void endCall(SharingRuntime runtime, Replica replica) {
    runtime.pools.end(replica, 1, 1, runtime.now);
    runtime.decide();
  }

  @Test
  void nothingIsMadeBeyondTheLimitOfBoth() {
    Hold first = old.hold(actor(old, 3), 1);
    old.want(first, 2);
    Hold second = young.hold(actor(young, 3), 1);
    young.want(second, 3);
    assertThat(old.starting).hasSize(2);
    assertThat(young.starting).hasSize(1);
    assertThat(shares.taken("model")).isEqualTo(3);
  }

  @Test
  void idleReplicaGivesWayToAnotherRuntime() {
    Hold first = old.hold(actor(old, 1), 1);
    old.makeOne();
    young.hold(actor(young, 1), 1);
    assertThat(young.starting).isEmpty();
    assertThat(old.closing).as("only its own thread decides").isEmpty();
    assertThat(old.readMail()).isTrue();
    assertThat(old.closing).hasSize(1);
    assertThat(young.readMail()).as("there is no room yet").isFalse();
    assertThat(young.starting).isEmpty();
    old.closeOne();
    assertThat(young.readMail()).isTrue();
    assertThat(young.starting).hasSize(1);
    old.pools.release(first);
    old.decide();
    assertThat(shares.taken("model")).isEqualTo(1);
  }

  @Test
  void whatNobodyHoldsGivesWayBeforeWhatIsHeld() {
    SharingRuntime third = new SharingRuntime(shares);
    old.hold(actor(old, 2), 1);
    old.makeOne();
    Hold unheld = young.hold(actor(young, 2), 1);
    young.makeOne();
    young.pools.release(unheld);
    young.decide();
    third.hold(actor(third, 2), 1);
    old.readMail();
    assertThat(old.closing).isEmpty();
    young.readMail();
    old.readMail();
    assertThat(young.closing).hasSize(1);
    assertThat(old.closing).as("one is enough").isEmpty();
  }

  @Test
  void idleReplicaGivesWayBeforeABusyOne() {
    SharingRuntime third = new SharingRuntime(shares);
    busy(old, 2);
    old.now = 10 * SECOND;
    young.hold(actor(young, 3), 1);
    young.makeOne();
    third.hold(actor(third, 3), 1);
    old.readMail();
    assertThat(old.closing).isEmpty();
    young.readMail();
    assertThat(young.closing).hasSize(1);
    old.readMail();
    endCall(old, old.live.get(0));
    assertThat(old.closing).isEmpty();
  }

  @Test
  void busyReplicaIsClosedAfterItsCallsWhenItsTurnIsOver() {
    busy(old, 2);
    Replica first = old.live.get(0);
    Hold second = young.hold(actor(young, 2), 1);
    old.readMail();
    endCall(old, first);
    old.pools.begin(first, 1);
    assertThat(old.closing).as("its turn has just begun").isEmpty();
    old.now = SECOND;
    endCall(old, old.live.get(1));
    assertThat(old.closing).as("one has calls").isEmpty();
    endCall(old, first);
    assertThat(old.closing).containsExactly(first);
    old.closeOne();
    young.readMail();
    young.pools.begin(young.makeOne(), 1);
    young.want(second, 2);
    old.readMail();
    endCall(old, old.live.get(0));
    assertThat(old.closing).as("each has one").isEmpty();
  }

  @Test
  void twoThatWantTheOnlyReplicaTakeTurns() {
    Hold first = busy(old, 1);
    Hold second = young.hold(actor(young, 1), 1);
    young.want(second, 1);
    SharingRuntime has = old;
    SharingRuntime waits = young;
    for (int turn = 0; turn < 6; turn++) {
      has.now += SECOND;
      has.readMail();
      endCall(has, has.live.get(0));
      has.closeOne();
      assertThat(has.starting).as("it is the other's turn").isEmpty();
      waits.readMail();
      waits.pools.begin(waits.makeOne(), 1);
      SharingRuntime next = waits;
      waits = has;
      has = next;
    }
    assertThat(List.of(first.pool().wanted(), second.pool().wanted())).containsExactly(1, 1);
  }

  @Test
  void lowerLimitOfNewCodeDrainsOldCode() {
    busy(old, 3);
    young.hold(actor(young, 1), 1);
    old.readMail();
    assertThat(young.starting).isEmpty();
    for (Replica replica : List.copyOf(old.live)) {
      endCall(old, replica);
    }
    old.now = SECOND;
    while (!old.closing.isEmpty()) {
      assertThat(young.starting).isEmpty();
      old.closeOne();
      young.readMail();
      old.readMail();
    }
    assertThat(young.starting).hasSize(1);
    assertThat(shares.taken("model")).isEqualTo(1);
  }

  @Test
  void higherLimitIsOfUseToThoseWhoWaitedBefore() {
    Hold first = busy(old, 1);
    old.want(first, 5);
    young.hold(actor(young, 3), 1);
    old.hold(old.limitedTo(3), 1);
    assertThat(old.starting.size() + young.starting.size()).isEqualTo(2);
    assertThat(young.starting).hasSize(1);
  }

  @Test
  void leastThatIsKeptIsNotMadeAgainBeforeTheOtherHasGotItsOwn() {
    old.hold(old.actor(policy -> policy.setReplicas(1).setMinReplicas(1)), 1);
    old.makeOne();
    Hold needy = young.hold(actor(young, 1), 1);
    old.readMail();
    old.closeOne();
    assertThat(old.starting).isEmpty();
    young.readMail();
    young.makeOne();
    young.pools.release(needy);
    young.now = 60 * SECOND;
    young.pools.rung(needy.pool(), young.now);
    young.decide();
    young.closeOne();
    old.readMail();
    assertThat(old.starting).as("now it may be").hasSize(1);
  }

  @Test
  void runtimeThatIsClosedGivesAllBackAndTakesNoMore() {
    Hold first = busy(old, 2);
    young.hold(actor(young, 2), 1);
    old.partner.leave();
    assertThat(young.readMail()).isTrue();
    assertThat(young.starting).hasSize(1);
    old.pools.lost(old.live.get(0));
    old.want(first, 2);
    assertThat(old.starting).isEmpty();
    assertThat(shares.taken("model")).isEqualTo(1);
  }

  @Test
  void callsThatMayGetAReplicaOfAnotherRuntimeAreNotStuck() {
    Hold first = busy(old, 2);
    assertThat(old.pools.allTaken(first.pool())).hasSize(2);
    old.pools.lost(old.live.remove(0));
    young.hold(actor(young, 2), 1);
    assertThat(old.pools.allTaken(first.pool())).isEmpty();
  }

  @Test
  void actorsOfOtherNamesAreNotConcerned() {
    busy(old, 1);
    young.hold(young.actor(policy -> policy.setName("other")), 1);
    assertThat(young.starting).hasSize(1);
    assertThat(old.mail).isEmpty();
  }
}
