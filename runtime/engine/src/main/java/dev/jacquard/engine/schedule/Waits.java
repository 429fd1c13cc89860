package dev.jacquard.engine.schedule;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.pool.Replica;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Calls that wait for an execution which they have started, and so keep their replica until it has
 * ended. Where that execution needs the replica itself, whether at once or through others that
 * wait, nothing would ever go on: then what it needs is refused.
 */
final class Waits {

  private final Map<ExecutionRun, Map<Batch, ExecutionRun>> waiters = new LinkedHashMap<>();

  /** A call of a batch waits for an execution. */
  void begin(Event.Waits wait) {
    if (!wait.execution().hasEnded()) {
      waiters
          .computeIfAbsent(wait.execution(), execution -> new LinkedHashMap<>())
          .put(wait.batch(), wait.caller());
    }
  }

  /** It waits no longer. */
  void end(Event.WaitIsOver over) {
    Map<Batch, ExecutionRun> batches = waiters.get(over.execution());
    if (batches != null && batches.remove(over.batch()) != null && batches.isEmpty()) {
      waiters.remove(over.execution());
    }
  }

  void ended(ExecutionRun execution) {
    waiters.remove(execution);
  }

  /**
   * Refuses something, if there are pools whose every replica waits for what waits for them;
   * returns whether it did.
   */
  boolean refuseStuck(PoolGates pools) {
    if (waiters.isEmpty()) {
      return false;
    }
    List<PoolGate> stuck = stuck(pools);
    for (PoolGate gate : stuck) {
      List<ExecutionRun> waiting = gate.waiting();
      for (int i = waiting.size() - 1; i >= 0; i--) {
        Set<Batch> occupied = occupiedFor(waiting.get(i));
        if (!occupied.isEmpty()) {
          gate.refuse(waiting.get(i), refusal(gate, waiting.get(i), occupied));
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The largest set of gates at which each replica waits for something that waits at one of them.
   */
  private List<PoolGate> stuck(PoolGates pools) {
    List<PoolGate> stuck = new ArrayList<>(pools.all());
    stuck.removeIf(gate -> gate.waiting().isEmpty());
    boolean fewer = true;
    while (fewer) {
      Set<Batch> blocked = new HashSet<>();
      for (PoolGate gate : stuck) {
        gate.waiting().forEach(execution -> occupy(execution, blocked));
      }
      fewer = stuck.removeIf(gate -> !isStuck(gate, pools, blocked));
    }
    return stuck;
  }

  private static boolean isStuck(PoolGate gate, PoolGates pools, Set<Batch> blocked) {
    Map<Replica, List<Batch>> on = new HashMap<>();
    for (PoolGate each : pools.all()) {
      for (Batch batch : each.passed().keySet()) {
        on.computeIfAbsent(batch.replica(), replica -> new ArrayList<>()).add(batch);
      }
    }
    List<Replica> taken = pools.allTaken(gate);
    return !taken.isEmpty()
        && taken.stream()
            .allMatch(
                replica -> {
                  List<Batch> batches = on.getOrDefault(replica, List.of());
                  return replica.pool().equals(gate.pool())
                      ? !batches.isEmpty() && blocked.containsAll(batches)
                      : batches.stream().anyMatch(blocked::contains);
                });
  }

  private Set<Batch> occupiedFor(ExecutionRun execution) {
    Set<Batch> occupied = new LinkedHashSet<>();
    occupy(execution, occupied);
    return occupied;
  }

  /** Adds the batches that wait for an execution, and for those that they belong to. */
  private void occupy(ExecutionRun execution, Set<Batch> into) {
    waiters
        .getOrDefault(execution, Map.of())
        .forEach(
            (batch, caller) -> {
              if (into.add(batch)) {
                occupy(caller, into);
              }
            });
  }

  private static IllegalStateException refusal(
      PoolGate gate, ExecutionRun execution, Set<Batch> occupied) {
    Batch first = occupied.iterator().next();
    return new IllegalStateException(
        "Workflow "
            + execution.plan().id()
            + " must not need a replica of actor "
            + gate.pool().actor().name()
            + " while calls that have one wait for it; found none that is free, or ever would be:"
            + " call "
            + first.site().callKey(first.first(), first.start().stage())
            + " of execution "
            + first.site().executionId()
            + " waits for execution "
            + execution.id()
            + ". Start the workflow from a task that is none of the actor's, do not wait for it in"
            + " the call, or give the actor more replicas or more concurrency.");
  }
}
