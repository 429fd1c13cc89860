package dev.jacquard.worker.process;

import dev.jacquard.engine.backend.local.LocalBackend;
import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.pool.Replica;
import dev.jacquard.worker.v1.Assign;
import dev.jacquard.worker.v1.ChainSource;
import dev.jacquard.worker.v1.FromWorker;
import dev.jacquard.worker.v1.LongCall;
import dev.jacquard.worker.v1.Shared;
import dev.jacquard.worker.v1.TakenBack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The assignments of a session, and what they need. Thread-safe. */
final class WorkerBatches {

  private final LocalBackend backend;
  private final PlanCatalogue catalogue;
  private final WorkerReplicas replicas;
  private final Flusher flusher;
  private final Link link;
  private final Map<Integer, ChainSource> sources = new ConcurrentHashMap<>();
  private final Map<Long, SharedValues> shared = new ConcurrentHashMap<>();
  private final Map<Long, AssignedBatch> batches = new ConcurrentHashMap<>();

  WorkerBatches(
      LocalBackend backend,
      PlanCatalogue catalogue,
      WorkerReplicas replicas,
      Flusher flusher,
      Link link) {
    this.backend = backend;
    this.catalogue = catalogue;
    this.replicas = replicas;
    this.flusher = flusher;
    this.link = link;
  }

  void share(Shared sent) {
    shared.put(sent.getId(), new SharedValues(sent.getSlotsList(), link.offloaded()));
  }

  void forget(long id) {
    shared.remove(id);
  }

  void assign(Assign assign) {
    if (assign.hasSource()) {
      sources.put(assign.getChain(), assign.getSource());
    }
    try {
      ChainSource source = sources.get(assign.getChain());
      if (source == null) {
        throw new IllegalArgumentException("A chain must be told of before it is used.");
      }
      Replica replica = replicas.find(assign.getReplica());
      if (assign.getReplica() != 0 && replica == null) {
        link.send(UnplannedReports.untouched(assign));
      } else {
        start(assign, catalogue.chain(source), replica);
      }
    } catch (RuntimeException e) {
      link.send(UnplannedReports.failed(assign, e));
      link.send(UnplannedReports.ended(assign));
    }
  }

  private void start(Assign assign, Chain chain, @Nullable Replica replica) {
    SharedValues begun = shared.getOrDefault(assign.getShared(), SharedValues.NONE);
    AssignedBatch batch = new AssignedBatch(assign, chain, begun, replica, link);
    batches.put(batch.id(), batch);
    if (batch.hasSeveral()) {
      flusher.add(batch);
    }
    backend.submit(batch.batch());
  }

  void answer(long assignment, int element, boolean yes) {
    AssignedBatch batch = batches.get(assignment);
    if (batch != null) {
      batch.answered(element, yes);
    }
  }

  void takeBack(long assignment) {
    AssignedBatch batch = batches.get(assignment);
    if (batch != null) {
      backend.takeBack(batch.batch());
    } else {
      link.send(
          FromWorker.newBuilder().setTakenBack(TakenBack.newBuilder().setAssignment(assignment)));
    }
  }

  void cancel(long assignment, int limit) {
    AssignedBatch batch = batches.get(assignment);
    if (batch != null) {
      batch.batch().lowerLimit(limit);
      backend.cancel(batch.batch());
    }
  }

  void ended(AssignedBatch batch) {
    batches.remove(batch.id());
    flusher.remove(batch);
  }

  boolean isEmpty() {
    return batches.isEmpty();
  }

  Collection<AssignedBatch> all() {
    return batches.values();
  }

  /** Nothing is wanted any more. */
  void giveUp() {
    for (AssignedBatch batch : batches.values()) {
      batch.giveUp();
      backend.cancel(batch.batch());
    }
  }

  /** The calls that ran already when this was asked the last time, and where they are. */
  List<LongCall> longCalls() {
    List<LongCall> found = new ArrayList<>();
    for (AssignedBatch batch : batches.values()) {
      int element = batch.elementSinceLastAsked();
      if (element >= 0) {
        found.add(
            LongCall.newBuilder()
                .setAssignment(batch.id())
                .setElement(element)
                .setFrame(UserFrame.of(backend.whereabouts(batch.batch())))
                .build());
      }
    }
    return found;
  }
}
