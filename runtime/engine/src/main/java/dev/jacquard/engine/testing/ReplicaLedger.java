package dev.jacquard.engine.testing;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.policy.PoolPolicy;
import dev.jacquard.engine.pool.Replica;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps account of replicas, and fails where the engine does not keep to an actor's limits. */
final class ReplicaLedger {

  private enum State {
    ASKED,
    MADE,
    RETIRING
  }

  private static final class Entry {
    State state = State.ASKED;
    int batches;
    long elements;
  }

  private final Map<Replica, Entry> entries = new HashMap<>();
  private final Map<Batch, Integer> begun = new HashMap<>();

  void asked(Replica replica) {
    expect(entries.put(replica, new Entry()) == null, "asked for once", replica);
    long others =
        entries.keySet().stream()
            .filter(other -> other.actor().name().equals(replica.actor().name()))
            .count();
    expect(others <= replica.pool().policy().replicas(), "within the limit of its actor", replica);
  }

  void made(Replica replica) {
    of(replica).state = State.MADE;
  }

  void retiring(Replica replica) {
    Entry entry = of(replica);
    expect(entry.state != State.RETIRING, "retired once", replica);
    expect(entry.batches == 0, "retired when it is idle", replica);
    entry.state = State.RETIRING;
  }

  void gone(Replica replica) {
    entries.remove(replica);
  }

  void begins(Batch batch) {
    Replica replica = batch.replica();
    if (replica != null) {
      Entry entry = of(replica);
      PoolPolicy policy = replica.pool().policy();
      expect(entry.state == State.MADE, "called only while it is there", replica);
      expect(++entry.batches <= policy.concurrency(), "called within its concurrency", replica);
      int elements = batch.limit() - batch.first();
      begun.put(batch, elements);
      entry.elements += elements;
      expect(
          policy.maxCalls() == 0 || entry.elements <= policy.maxCalls(),
          "closed after its last call",
          replica);
    }
  }

  void ends(Batch batch) {
    Replica replica = batch.replica();
    if (replica != null) {
      Entry entry = of(replica);
      entry.batches--;
      int elements = Objects.requireNonNull(begun.remove(batch));
      entry.elements -= elements - Math.min(elements, batch.next() - batch.first());
    }
  }

  /** Fails if a replica is still there. */
  void checkEmpty() {
    for (Replica replica : entries.keySet()) {
      expect(false, "closed in the end", replica);
    }
  }

  private Entry of(Replica replica) {
    @Nullable Entry entry = entries.get(replica);
    if (entry == null) {
      throw new IllegalStateException("Replica " + replica + " must be there; found it gone.");
    }
    return entry;
  }

  private static void expect(boolean holds, String what, Replica replica) {
    if (!holds) {
      throw new IllegalStateException("Replica " + replica + " must be " + what + "; it was not.");
    }
  }
}
