package dev.jacquard.engine.pool;

import static dev.jacquard.engine.support.TestBlock.constant;
import static dev.jacquard.engine.support.Types.INT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jacquard.engine.plan.ActorPlan;
import dev.jacquard.engine.plan.Planner;
import dev.jacquard.engine.plan.PoolPlan;
import dev.jacquard.engine.support.TestApp;
import dev.jacquard.spec.v1.ActorInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PoolsTest {

  private static final long SECOND = 1_000_000_000L;

  private final List<Replica> asked = new ArrayList<>();
  private final List<Replica> closed = new ArrayList<>();
  private final List<Throwable> unavailable = new ArrayList<>();
  private final List<Object> heard = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();
  private final TreeSet<Long> alarms = new TreeSet<>();
  private final TestApp app = new TestApp();
  private final Pools pools =
      new Pools(
          new PoolEffects() {
            @Override
            public void create(Replica replica) {
              asked.add(replica);
            }

            @Override
            public void close(Replica replica) {
              closed.add(replica);
            }

            @Override
            public Alarm at(long nanos, Pool pool) {
              alarms.add(nanos);
              return () -> alarms.remove(nanos);
            }

            @Override
            public void unavailable(Pool pool, Throwable cause) {
              unavailable.add(cause);
            }

            @Override
            public void failed(Pool pool, int attempt, Throwable cause, OptionalLong retryIn) {
              failed.add(attempt + " " + cause.getMessage() + " " + retryIn);
            }

            @Override
            public void changed(Pool pool) {}

            @Override
            public double random() {
              return 0;
            }
          },
          ReplicaShares.alone());

  private ActorPlan actor(UnaryOperator<ActorInterface.Builder> policy) {
    app.actor("model", List.of(INT), policy, arguments -> "model");
    app.declare("main", INT, INT)
        .define(
            "main",
            b -> {
              b.pool("model", constant(1));
              b.answer(constant(1));
            });
    return ((PoolPlan) Planner.plan(app, app.id("main")).body().nodes().get(0)).actor();
  }

  private Hold hold(ActorPlan actor, int argument) {
    Hold hold =
        pools.hold(
            actor,
            List.of(argument),
            "execution",
            new Hold.Listener() {
              @Override
              public void opened(Hold opened) {
                heard.add("opened");
              }

              @Override
              public void failed(Throwable cause) {
                heard.add(cause);
              }
            });
    pools.decide(0);
    return hold;
  }

  private Replica made(int index, long now) {
    pools.created(asked.get(index), now);
    pools.decide(now);
    return asked.get(index);
  }

  @Test
  void lostReplicaIsReplacedWhileCallsWait() {
    Hold hold = hold(actor(policy -> policy), 1);
    Replica first = made(0, 1);
    pools.begin(first, 1);
    pools.want(hold.pool(), 1);
    pools.lost(first);
    pools.decide(2);
    assertThat(asked).hasSize(2);
    pools.end(first, 1, 1, 3); // what comes too late is of no account
    made(1, 4);
    assertThat(pools.offer(hold.pool())).isEqualTo(new Grant(asked.get(1), Integer.MAX_VALUE));
  }

  @Test
  void asManyReplicasAreMadeAsCallsNeed() {
    Hold hold = hold(actor(policy -> policy.setReplicas(10).setConcurrency(4)), 1);
    made(0, 1);
    pools.want(hold.pool(), 9);
    pools.decide(2);
    assertThat(asked).hasSize(3);
    pools.want(hold.pool(), 1000);
    pools.decide(3);
    assertThat(asked).hasSize(10);
  }

  @Test
  void poolThatCannotGrowGoesOnWithWhatItHasAndTriesAgainLater() {
    Hold hold = hold(actor(policy -> policy.setReplicas(2)), 1);
    made(0, 0);
    pools.begin(asked.get(0), 1);
    pools.want(hold.pool(), 1);
    pools.decide(0);
    pools.failed(asked.get(1), new IllegalStateException("no memory"), true, 0);
    pools.decide(0);
    assertThat(asked).hasSize(2);
    assertThat(unavailable).isEmpty();
    long later = alarms.first();
    assertThat(later).isBetween(2 * SECOND, 10 * SECOND);
    pools.rung(hold.pool(), later);
    pools.decide(later);
    assertThat(asked).hasSize(3);
  }

  @Test
  void holdFailsOnlyWhenNothingIsTriedAnyMore() {
    Hold hold = hold(actor(policy -> policy.setReplicas(2).setMinReplicas(2)), 1);
    assertThat(asked).hasSize(2);
    IllegalStateException cause = new IllegalStateException("no model");
    pools.failed(asked.get(0), cause, true, 0);
    pools.decide(0);
    assertThat(heard).isEmpty();
    pools.failed(asked.get(1), cause, true, 0);
    pools.decide(0);
    assertThat(heard).containsExactly(cause);
    assertThat(unavailable).containsExactly(cause);
    assertThat(asked).hasSize(2);
    pools.release(hold);
    pools.decide(1);
    assertThat(alarms).isEmpty();
  }

  @Test
  void lowerLimitClosesWhatIsIdleFirst() {
    ActorPlan actor = actor(policy -> policy.setReplicas(3));
    Hold hold = hold(actor, 1);
    pools.want(hold.pool(), 3);
    pools.decide(0);
    for (int i = 0; i < 3; i++) {
      made(i, i);
    }
    pools.want(hold.pool(), 0);
    pools.begin(asked.get(2), 1);
    app.rewrite("main", spec -> spec.setActors(0, spec.getActors(0).toBuilder().setReplicas(1)));
    PoolPlan later = (PoolPlan) Planner.plan(app, app.id("main")).body().nodes().get(0);
    hold(later.actor(), 1);
    assertThat(closed).containsExactly(asked.get(0), asked.get(1));
  }

  @Test
  void eachFailureToMakeAReplicaIsToldWithWhatFollows() {
    Hold hold = hold(actor(policy -> policy.setReplicas(2)), 1);
    made(0, 1);
    pools.begin(asked.get(0), 1);
    pools.want(hold.pool(), 1);
    pools.decide(2);
    pools.failed(asked.get(1), new IllegalStateException("slow"), false, 3);
    pools.failed(asked.get(1), new IllegalStateException("late"), false, 3); // is waited for
    pools.decide(3);
    pools.rung(hold.pool(), alarms.first());
    pools.decide(alarms.first());
    pools.failed(asked.get(2), new IllegalStateException("none"), true, SECOND);
    assertThat(failed)
        .containsExactly("1 slow OptionalLong[100000000]", "2 none OptionalLong[2500000000]");
  }
}
