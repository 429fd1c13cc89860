package dev.jacquard.engine.schedule;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.Construction;
import dev.jacquard.engine.backend.ReplicaListener;
import dev.jacquard.engine.plan.ActorPlan;
import dev.jacquard.engine.pool.Hold;
import dev.jacquard.engine.pool.Pool;
import dev.jacquard.engine.pool.PoolEffects;
import dev.jacquard.engine.pool.Pools;
import dev.jacquard.engine.pool.Replica;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The pools of a scheduler, each with the gate before it, and what they have to do with the world.
 */
final class PoolGates implements PoolEffects, ReplicaListener {

  private final Scheduler scheduler;
  private final Pools pools;
  private final Map<Pool, PoolUsers> users = new HashMap<>();
  private final Map<Pool, PoolGate> gates = new LinkedHashMap<>();

  private long entries;

  PoolGates(Scheduler scheduler) {
    this.scheduler = scheduler;
    this.pools = new Pools(this, scheduler.options().partner());
  }

  Hold hold(
      ActorPlan actor, List<@Nullable Object> arguments, ExecutionRun run, Hold.Listener listener) {
    Hold hold = pools.hold(actor, arguments, run.id(), listener);
    run.uses(hold.pool());
    users.computeIfAbsent(hold.pool(), pool -> new PoolUsers()).add(run, hold.pool().tally());
    return hold;
  }

  /** An execution lets go of a pool; again: nothing. */
  void release(Hold hold, ExecutionRun run) {
    if (!hold.isReleased()) {
      pools.release(hold);
      PoolUsers known = users.get(hold.pool());
      if (known != null && known.remove(run)) {
        users.remove(hold.pool());
      }
    }
  }

  void executionEnded(ExecutionRun run) {
    pools.executionEnded(run.id());
  }

  /** The gate of the pool that a value is. */
  PoolGate of(@Nullable Object value) {
    if (!(value instanceof Hold hold)) {
      throw new IllegalStateException("An actor must be made before it is called.");
    }
    return of(hold.pool());
  }

  private PoolGate of(Pool pool) {
    return gates.computeIfAbsent(pool, key -> new PoolGate(scheduler, pools, key));
  }

  List<PoolGate> all() {
    return List.copyOf(gates.values());
  }

  /** All replicas that may stand in the way of a gate; empty if that changes by itself. */
  List<Replica> allTaken(PoolGate gate) {
    return pools.allTaken(gate.pool());
  }

  /** How often something has come to wait at a gate. */
  long entries() {
    return entries;
  }

  void entered() {
    entries++;
  }

  /** The next work of any pool. */
  @Nullable Batch poll() {
    if (gates.isEmpty()) {
      return null;
    }
    for (PoolGate gate : gates.values()) {
      Batch batch = gate.poll();
      if (batch != null) {
        return batch;
      }
    }
    return null;
  }

  /** What could start has started: the pools hear of what could not. */
  void tellNeeds() {
    List<PoolGate> open = gates.isEmpty() ? List.of() : all();
    for (PoolGate gate : open) {
      gate.tellNeed();
      // What holds the pool may keep the gate, and come back to it: with an answer that was under
      // way, or a call whose pause is over.
      if (gate.isUnused() && !users.containsKey(gate.pool())) {
        gates.remove(gate.pool());
      }
    }
    pools.decide(scheduler.now());
  }

  void ended(Batch batch) {
    Replica replica = batch.replica();
    PoolGate gate = replica == null ? null : gates.get(replica.pool());
    if (gate != null) {
      gate.ended(batch);
    }
  }

  /** Another runtime that shares an actor's limit needs replicas, or has given some back. */
  void recheck(String actor) {
    pools.recheck(actor);
  }

  void handle(Event.OfReplica event) {
    Replica replica = event.replica();
    long now = scheduler.now();
    switch (event.what()) {
      case CREATED -> pools.created(replica, now);
      case FAILED -> {
        Throwable cause = event.cause();
        if (cause != null) {
          pools.failed(replica, cause, Construction.isFatal(cause), now);
        }
      }
      case RETIRED -> pools.closed(replica);
      case LOST -> pools.lost(replica);
    }
  }

  @Override
  public void create(Replica replica) {
    scheduler.effects().create(replica, this);
  }

  @Override
  public void close(Replica replica) {
    scheduler.effects().retire(replica, this);
  }

  @Override
  public Alarm at(long nanos, Pool pool) {
    return scheduler.effects().at(nanos, new Event.Rung(() -> pools.rung(pool, scheduler.now())))
        ::cancel;
  }

  @Override
  public void unavailable(Pool pool, Throwable cause) {
    PoolGate gate = gates.get(pool);
    if (gate != null) {
      scheduler.later(() -> gate.refuse(cause));
    }
  }

  @Override
  public void failed(Pool pool, int attempt, Throwable cause, OptionalLong retryInNanos) {
    PoolUsers known = users.get(pool);
    if (known != null) {
      String actor = pool.actor().name();
      known.tell(() -> new Notice.ReplicaFailed(actor, attempt, cause, retryInNanos));
    }
  }

  @Override
  public void changed(Pool pool) {
    PoolUsers known = users.get(pool);
    if (known != null) {
      known.changed(pool, scheduler.now());
    }
  }

  @Override
  public double random() {
    return scheduler.effects().random();
  }

  @Override
  public void created(Replica replica) {
    post(new Event.OfReplica(replica, Event.OfReplica.What.CREATED, null));
  }

  @Override
  public void failed(Replica replica, Throwable cause) {
    post(new Event.OfReplica(replica, Event.OfReplica.What.FAILED, cause));
  }

  @Override
  public void retired(Replica replica) {
    post(new Event.OfReplica(replica, Event.OfReplica.What.RETIRED, null));
  }

  @Override
  public void lost(Replica replica) {
    post(new Event.OfReplica(replica, Event.OfReplica.What.LOST, null));
  }

  private void post(Event event) {
    scheduler.effects().post(event);
  }
}
