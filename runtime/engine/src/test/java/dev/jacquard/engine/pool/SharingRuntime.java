package dev.jacquard.engine.pool;

import static dev.jacquard.engine.support.TestBlock.constant;
import static dev.jacquard.engine.support.Types.INT;

import dev.jacquard.engine.plan.ActorPlan;
import dev.jacquard.engine.plan.Planner;
import dev.jacquard.engine.plan.PoolPlan;
import dev.jacquard.engine.support.TestApp;
import dev.jacquard.spec.v1.ActorInterface;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The pools of one of several runtimes that share limits, driven by hand. */
final class SharingRuntime implements PoolEffects {

  final List<Replica> starting = new ArrayList<>();
  final List<Replica> live = new ArrayList<>();
  final List<Replica> closing = new ArrayList<>();
  final Set<String> mail = new LinkedHashSet<>();
  final TreeSet<Long> alarms = new TreeSet<>();
  final Pools pools;
  final ReplicaShares.Partner partner;
  private final TestApp app = new TestApp();
  long now;

  SharingRuntime(ReplicaShares shares) {
    partner = shares.join(mail::add);
    pools = new Pools(this, partner);
  }

  /** Its own build of the actor that all runtimes have. */
  ActorPlan actor(UnaryOperator<ActorInterface.Builder> policy) {
    app.actor("model", List.of(INT), p -> policy.apply(p.setName("model")), arguments -> "model");
    app.declare("main", INT, INT)
        .define(
            "main",
            b -> {
              b.pool("model", constant(1));
              b.answer(constant(1));
            });
    return plan();
  }

  /** The actor, allowed another number of replicas. */
  ActorPlan limitedTo(int replicas) {
    app.rewrite(
        "main", spec -> spec.setActors(0, spec.getActors(0).toBuilder().setReplicas(replicas)));
    return plan();
  }

  private ActorPlan plan() {
    return ((PoolPlan) Planner.plan(app, app.id("main")).body().nodes().get(0)).actor();
  }

  Hold hold(ActorPlan actor, int argument) {
    Hold.Listener deaf =
        new Hold.Listener() {
          @Override
          public void opened(Hold hold) {}

          @Override
          public void failed(Throwable cause) {}
        };
    Hold hold = pools.hold(actor, List.of(argument), "execution", deaf);
    decide();
    return hold;
  }

  void want(Hold hold, int calls) {
    pools.want(hold.pool(), calls);
    decide();
  }

  void decide() {
    pools.decide(now);
  }

  /** Reads what other runtimes have told; returns whether there was anything. */
  boolean readMail() {
    List<String> read = List.copyOf(mail);
    mail.clear();
    read.forEach(pools::recheck);
    decide();
    return !read.isEmpty();
  }

  Replica makeOne() {
    Replica replica = starting.remove(0);
    live.add(replica);
    pools.created(replica, now);
    decide();
    return replica;
  }

  void closeOne() {
    pools.closed(closing.remove(0));
    decide();
  }

  /** How many instances there are in truth. */
  int alive() {
    return starting.size() + live.size() + closing.size();
  }

  @Override
  public void create(Replica replica) {
    starting.add(replica);
  }

  @Override
  public void close(Replica replica) {
    starting.remove(replica);
    live.remove(replica);
    closing.add(replica);
  }

  @Override
  public Alarm at(long nanos, Pool pool) {
    alarms.add(nanos);
    return () -> alarms.remove(nanos);
  }

  @Override
  public void unavailable(Pool pool, Throwable cause) {}

  @Override
  public void failed(Pool pool, int attempt, Throwable cause, OptionalLong retryIn) {}

  @Override
  public void changed(Pool pool) {}

  @Override
  public double random() {
    return 0;
  }
}
