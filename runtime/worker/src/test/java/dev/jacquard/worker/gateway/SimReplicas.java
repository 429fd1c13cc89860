package dev.jacquard.worker.gateway;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.ReplicaListener;
import dev.jacquard.engine.plan.ActorPlan;
import dev.jacquard.engine.pool.Replica;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The replicas that an engine has, asks for and lets go, each heard of once. */
final class SimReplicas implements ReplicaListener {

  private final SplittableRandom random;
  private final Consumer<GatewayEvent> gateway;
  private final Set<Replica> asked = new LinkedHashSet<>();
  private final Map<Replica, Integer> live = new LinkedHashMap<>();
  private final Set<Replica> leaving = new LinkedHashSet<>();
  private final int most;
  private final List<SimPlace> places;
  private final Predicate<ActorPlan> givenUp;
  // One that is made at each of several misfortunes is rightly taken for what takes workers down.
  private final BooleanSupplier badLuck;
  private long made;

  /**
   * Has none yet.
   *
   * @param places what its actors ask for
   * @param givenUp whether there was reason to give up the workers of an actor
   */
  SimReplicas(
      int most,
      List<SimPlace> places,
      Predicate<ActorPlan> givenUp,
      BooleanSupplier badLuck,
      SplittableRandom random,
      Consumer<GatewayEvent> gateway) {
    this.most = most;
    this.places = places;
    this.givenUp = givenUp;
    this.badLuck = badLuck;
    this.random = random;
    this.gateway = gateway;
  }

  /** Whether making it takes its worker down. */
  static boolean takesWorkerDown(Replica replica) {
    return replica.number() % 11 == 4;
  }

  /** Whether its constructor throws: always, or now and then. */
  static boolean throwsNow(Replica replica, SplittableRandom random) {
    return replica.number() % 7 == 3 || (replica.number() % 7 == 5 && random.nextInt(3) == 0);
  }

  private boolean mayFail(Replica replica) {
    return takesWorkerDown(replica)
        || replica.number() % 7 == 3
        || replica.number() % 7 == 5
        || givenUp.test(replica.actor())
        || badLuck.getAsBoolean();
  }

  /** Asks for one, or lets one go. */
  void change() {
    if (asked.size() + live.size() < most) {
      ActorPlan actor = places.get(random.nextInt(places.size())).actor;
      Replica replica = Replica.apart(++made, actor, List.of(1));
      asked.add(replica);
      gateway.accept(new GatewayEvent.OfEngine.Create(replica, this));
    } else if (random.nextInt(4) == 0) {
      asked.stream().findFirst().ifPresent(this::retire);
    } else {
      live.keySet().stream()
          .filter(replica -> live.get(replica) == 0)
          .findFirst()
          .ifPresent(this::retire);
    }
  }

  private void retire(Replica replica) {
    asked.remove(replica);
    live.remove(replica);
    leaving.add(replica);
    gateway.accept(new GatewayEvent.OfEngine.Retire(replica, this));
  }

  /** A replica to call; null if there is none, or it is to be a static task. */
  @Nullable Replica choose() {
    List<Replica> free = new ArrayList<>(live.keySet());
    return free.isEmpty() || random.nextInt(3) == 0 ? null : free.get(random.nextInt(free.size()));
  }

  void begins(Batch batch) {
    count(batch, 1);
  }

  void ended(Batch batch) {
    count(batch, -1);
  }

  private void count(Batch batch, int by) {
    Replica replica = batch.replica();
    if (replica != null) {
      live.computeIfPresent(replica, (key, calls) -> calls + by);
    }
  }

  /** Whether nothing is left to be heard. */
  boolean settled() {
    return asked.isEmpty() && leaving.isEmpty();
  }

  /** How many there are, whatever becomes of them. */
  int count() {
    return asked.size() + live.size() + leaving.size();
  }

  String state() {
    return asked + " asked for, " + live + " live, " + leaving + " leaving";
  }

  @Override
  public void created(Replica replica) {
    if (!asked.remove(replica)) {
      throw new AssertionError("Replica " + replica + " must be asked for, and created once.");
    }
    live.put(replica, 0);
  }

  @Override
  public void failed(Replica replica, Throwable cause) {
    if (!asked.remove(replica) || !mayFail(replica)) {
      throw new AssertionError("Replica " + replica + " must not fail: " + cause);
    }
  }

  @Override
  public void retired(Replica replica) {
    if (!leaving.remove(replica)) {
      throw new AssertionError("Replica " + replica + " must be retired once, when it was asked.");
    }
  }

  @Override
  public void lost(Replica replica) {
    if (live.remove(replica) == null || !mayFail(replica)) {
      throw new AssertionError("Replica " + replica + " must not be lost.");
    }
  }
}
