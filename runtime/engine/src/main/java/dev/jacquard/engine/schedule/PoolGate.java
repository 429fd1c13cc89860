package dev.jacquard.engine.schedule;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.pool.Grant;
import dev.jacquard.engine.pool.Pool;
import dev.jacquard.engine.pool.Pools;
import dev.jacquard.engine.pool.Replica;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where calls wait for a replica of one pool, while everything else goes on. A call passes when the
 * pool has a free slot and the limits around the call have room: it takes both at once or neither,
 * so that nothing is held by what waits. Executions take turns, and within one its maps and
 * workflows.
 */
final class PoolGate {

  /** Calls that are on the pool. */
  record Passed(ExecutionRun execution, int reserved) {}

  private final Scheduler scheduler;
  private final Pools pools;
  private final Pool pool;
  private final Map<ExecutionRun, Set<GateSource>> turns = new LinkedHashMap<>();
  private final Map<Share, GateQueue> queues = new HashMap<>();
  private final Map<Batch, Passed> passed = new LinkedHashMap<>();
  private final Set<FrameMap> feeders = new LinkedHashSet<>();
  private final Map<PoolRun, ExecutionRun> opening = new LinkedHashMap<>();

  PoolGate(Scheduler scheduler, Pools pools, Pool pool) {
    this.scheduler = scheduler;
    this.pools = pools;
    this.pool = pool;
  }

  Pool pool() {
    return pool;
  }

  /** A call waits. */
  void add(CallRun call) {
    GateQueue queue = queues.computeIfAbsent(call.share(), GateQueue::new);
    queue.add(call, scheduler.lot());
    enter(queue);
  }

  /** Something may have calls that wait; it stays until it has none. */
  void enter(GateSource source) {
    Set<GateSource> sources =
        turns.computeIfAbsent(source.share().execution(), execution -> new LinkedHashSet<>());
    if (sources.add(source)) {
      scheduler.pools().entered();
    }
  }

  /** A map opens elements that may call the pool, also when no slot of the backend is free. */
  void addFeeder(FrameMap map) {
    feeders.add(map);
  }

  void removeFeeder(FrameMap map) {
    feeders.remove(map);
  }

  /** Opens elements until something waits; returns whether it does. */
  private boolean feed() {
    for (FrameMap map : List.copyOf(feeders)) {
      while (turns.isEmpty() && map.openForPool()) {
        scheduler.workOff();
      }
    }
    return !turns.isEmpty();
  }

  /** Whether the pool has a free slot. */
  boolean hasFree() {
    return pools.offer(pool) != null;
  }

  /** How many calls of a share the pool could carry out at once, with all its replicas. */
  int slots(Share share) {
    return Math.min(share.slotsBesideBackend(), pool.policy().capacity());
  }

  /** Whether that is more than the backend has slots. */
  boolean wide(Share share) {
    return slots(share) > scheduler.slots().slots();
  }

  /** The next work that may start; null if there is none. */
  @Nullable Batch poll() {
    if (turns.isEmpty() && feeders.isEmpty()) {
      return null;
    }
    Grant grant = pools.offer(pool);
    if (grant == null) {
      return null;
    }
    Batch batch = pollTurns(grant);
    return batch == null && feed() ? pollTurns(grant) : batch;
  }

  private @Nullable Batch pollTurns(Grant grant) {
    for (ExecutionRun execution : List.copyOf(turns.keySet())) {
      Batch batch = poll(execution, grant);
      if (batch != null) {
        return batch;
      }
    }
    return null;
  }

  private @Nullable Batch poll(ExecutionRun execution, Grant grant) {
    for (GateSource source : sources(execution)) {
      if (source.share().roomBesideBackend() > 0) {
        Batch batch = source.take(grant);
        if (batch != null) {
          pass(batch, source, grant.replica());
          return batch;
        }
      }
    }
    return null;
  }

  /** Those of an execution that have something; the others leave. */
  private List<GateSource> sources(ExecutionRun execution) {
    Set<GateSource> sources = turns.get(execution);
    if (sources == null) {
      return List.of();
    }
    sources.removeIf(
        source -> {
          boolean empty = source.waiting() == 0;
          if (empty && source instanceof GateQueue) {
            queues.remove(source.share());
          }
          return empty;
        });
    if (sources.isEmpty()) {
      turns.remove(execution);
    }
    return List.copyOf(sources);
  }

  private void pass(Batch batch, GateSource source, Replica replica) {
    ExecutionRun execution = source.share().execution();
    int calls = (batch.limit() - batch.first()) * batch.chain().callsFrom(batch.start().stage());
    passed.put(batch, new Passed(execution, calls));
    pools.begin(replica, calls);
    source.share().takeBesideBackend();
    Set<GateSource> sources = turns.remove(execution);
    if (sources != null) {
      sources.remove(source);
      sources.add(source);
      turns.put(execution, sources);
    }
  }

  /** A batch has ended. */
  void ended(Batch batch) {
    Passed known = passed.remove(batch);
    Replica replica = batch.replica();
    if (known != null && replica != null) {
      int used = (batch.next() - batch.first()) * batch.chain().callsFrom(batch.start().stage());
      pools.end(replica, known.reserved(), Math.min(used, known.reserved()), scheduler.now());
    }
  }

  /** Tells the pool how much waits for it. */
  void tellNeed() {
    feed();
    int most = pool.policy().capacity();
    int need = 0;
    for (ExecutionRun execution : List.copyOf(turns.keySet())) {
      for (GateSource source : sources(execution)) {
        int usable = Math.min(source.waiting(), source.share().roomBesideBackend());
        need = (int) Math.min(most, (long) need + usable);
      }
    }
    pools.want(pool, need);
  }

  /** No replica can be made: what waits fails. */
  void refuse(Throwable cause) {
    for (ExecutionRun execution : List.copyOf(turns.keySet())) {
      refuse(execution, cause);
    }
  }

  /** What waits of one execution fails. */
  void refuse(ExecutionRun execution, Throwable cause) {
    sources(execution).forEach(source -> source.refuse(cause));
    for (Map.Entry<PoolRun, ExecutionRun> each : List.copyOf(opening.entrySet())) {
      if (each.getValue().equals(execution)) {
        each.getKey().failed(cause);
      }
    }
  }

  /** The batches that are on the pool. */
  Map<Batch, Passed> passed() {
    return passed;
  }

  /** Something waits for the first replica. */
  void opens(PoolRun run, ExecutionRun execution) {
    opening.put(run, execution);
  }

  /** It waits no longer. */
  void opened(PoolRun run) {
    opening.remove(run);
  }

  /** The executions that wait, in the order of their turns. */
  List<ExecutionRun> waiting() {
    List<ExecutionRun> waiting = new ArrayList<>(opening.values());
    for (ExecutionRun execution : List.copyOf(turns.keySet())) {
      if (!sources(execution).isEmpty()) {
        waiting.add(execution);
      }
    }
    return waiting;
  }

  boolean isUnused() {
    return turns.isEmpty() && passed.isEmpty() && opening.isEmpty() && feeders.isEmpty();
  }
}
