package dev.jacquard.worker.process;

import dev.jacquard.engine.backend.StrictCaller;
import dev.jacquard.engine.backend.TaskCaller;
import dev.jacquard.engine.backend.local.LocalBackend;
import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.pool.Replica;
import dev.jacquard.engine.time.EngineClock;
import dev.jacquard.spi.FolderBlobStore;
import dev.jacquard.worker.gateway.WorkerLease;
import dev.jacquard.worker.v1.Assign;
import dev.jacquard.worker.v1.Draining;
import dev.jacquard.worker.v1.FromWorker;
import dev.jacquard.worker.v1.Goodbye;
import dev.jacquard.worker.v1.Heartbeat;
import dev.jacquard.worker.v1.Hello;
import dev.jacquard.worker.v1.Shared;
import dev.jacquard.worker.v1.Slot;
import dev.jacquard.worker.v1.TakenBack;
import dev.jacquard.worker.v1.ToWorker;
import dev.jacquard.worker.v1.Welcome;
import dev.jacquard.worker.wire.Chunks;
import dev.jacquard.worker.wire.Compatibility;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One stream to the gateway, from hello to its end. Messages come in one after another; reports go
 * out from the threads that carry out batches.
 */
final class WorkerSession implements StreamObserver<ToWorker>, Link {

  /** How a session ended. */
  enum Outcome {
    /** The worker was drained: nothing is left to do. */
    DRAINED,
    /** The gateway does not want it. */
    REFUSED,
    /** The stream is broken, or the lease is over. */
    BROKEN
  }

  private final WorkerSettings settings;
  private final EngineClock clock;
  private final PlanCatalogue catalogue;
  private final Flusher flusher;
  private final Outbox outbox = new Outbox();
  private final Chunks<ToWorker> chunks = new Chunks<>(ToWorker.parser(), Integer.MAX_VALUE);
  private final Map<Integer, dev.jacquard.worker.v1.ChainSource> sources =
      new ConcurrentHashMap<>();
  private final Map<Long, List<Slot>> shared = new ConcurrentHashMap<>();
  private final Map<Long, AssignedBatch> batches = new ConcurrentHashMap<>();
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private long helloNanos;
  private volatile @Nullable WorkerLease lease;
  private volatile @Nullable LocalBackend backend;
  private volatile @Nullable WorkerReplicas replicas;
  private volatile boolean draining;
  private volatile String reason = "";

  WorkerSession(
      WorkerSettings settings, EngineClock clock, PlanCatalogue catalogue, Flusher flusher) {
    this.settings = settings;
    this.clock = clock;
    this.catalogue = catalogue;
    this.flusher = flusher;
  }

  /** Says hello. */
  void open(StreamObserver<FromWorker> stream) {
    helloNanos = clock.nanos();
    outbox.open(stream);
    send(
        FromWorker.newBuilder()
            .setHello(
                Hello.newBuilder()
                    .setProtocol(Compatibility.PROTOCOL)
                    .setInstance(settings.instance())
                    .setPool(settings.pool())
                    .setSlots(settings.slots())
                    .setSurroundings(settings.surroundings())
                    .setPid(ProcessHandle.current().pid())));
  }

  CompletableFuture<Outcome> outcome() {
    return outcome;
  }

  /** Why the gateway does not want it. */
  String reason() {
    return reason;
  }

  /** Whether the gateway has taken it. */
  boolean welcome() {
    return lease != null;
  }

  @Override
  public void onNext(ToWorker message) {
    ToWorker whole = message.hasChunk() ? chunks.add(message.getChunk()) : message;
    if (whole != null) {
      take(whole);
    }
  }

  private void take(ToWorker message) {
    switch (message.getKindCase()) {
      case WELCOME -> welcome(message.getWelcome());
      case REFUSAL -> {
        reason = message.getRefusal().getReason();
        end(welcome() ? Outcome.BROKEN : Outcome.REFUSED);
      }
      case SHARED -> {
        Shared sent = message.getShared();
        shared.put(sent.getId(), sent.getSlotsList());
      }
      case FORGET -> shared.remove(message.getForget().getShared());
      case ASSIGN -> assign(message.getAssign());
      case DECISION ->
          answer(
              message.getDecision().getAssignment(),
              message.getDecision().getElement(),
              message.getDecision().getGoOn());
      case PROCEED ->
          answer(message.getProceed().getAssignment(), message.getProceed().getElement(), true);
      case TAKE_BACK -> takeBack(message.getTakeBack().getAssignment());
      case CANCEL -> cancel(message.getCancel().getAssignment(), message.getCancel().getLimit());
      case HEARTBEAT_SEEN -> {
        if (lease != null) {
          lease.seen(message.getHeartbeatSeen().getNumber());
        }
      }
      case DRAIN -> drain();
      case MAKE_REPLICA -> {
        if (replicas != null && !outcome.isDone()) {
          replicas.make(message.getMakeReplica());
        }
      }
      case CLOSE_REPLICA -> {
        if (replicas != null) {
          replicas.close(message.getCloseReplica().getReplica());
        }
      }
      case CHUNK, KIND_NOT_SET -> {}
    }
  }

  private void welcome(Welcome welcome) {
    WorkerLease granted = new WorkerLease(welcome.getLeaseNanos(), helloNanos);
    lease = granted;
    TaskCaller caller = welcome.getStrict() ? new StrictCaller() : TaskCaller.DIRECT;
    LocalBackend by =
        new LocalBackend(
            settings.slots(),
            clock,
            new LeasedCaller(caller, granted, clock, () -> end(Outcome.BROKEN)),
            settings.grace(),
            FolderBlobStore.ofUser());
    backend = by;
    replicas = new WorkerReplicas(by, catalogue, this);
    beat(granted, welcome.getLeaseNanos() / 4);
  }

  private void beat(WorkerLease granted, long pause) {
    if (outcome.isDone()) {
      return;
    }
    if (granted.over(clock.nanos())) {
      end(Outcome.BROKEN);
      return;
    }
    send(
        FromWorker.newBuilder()
            .setHeartbeat(Heartbeat.newBuilder().setNumber(granted.heartbeat(clock.nanos()))));
    clock.at(clock.nanos() + pause, () -> beat(granted, pause));
  }

  private void assign(Assign assign) {
    LocalBackend by = backend;
    WorkerReplicas have = replicas;
    if (by == null || have == null || outcome.isDone()) {
      return;
    }
    if (assign.hasSource()) {
      sources.put(assign.getChain(), assign.getSource());
    }
    try {
      dev.jacquard.worker.v1.ChainSource source = sources.get(assign.getChain());
      if (source == null) {
        throw new IllegalArgumentException("A chain must be told of before it is used.");
      }
      Chain chain = catalogue.chain(source);
      List<Slot> begun = shared.getOrDefault(assign.getShared(), List.of());
      Replica replica = have.find(assign.getReplica());
      if (assign.getReplica() != 0 && replica == null) {
        send(UnplannedReports.untouched(assign));
        return;
      }
      AssignedBatch batch = new AssignedBatch(assign, chain, begun, replica, this);
      batches.put(batch.id(), batch);
      if (batch.hasSeveral()) {
        flusher.add(batch);
      }
      by.submit(batch.batch());
    } catch (RuntimeException e) {
      send(UnplannedReports.failed(assign, e));
      send(UnplannedReports.ended(assign));
    }
  }

  private void answer(long assignment, int element, boolean yes) {
    AssignedBatch batch = batches.get(assignment);
    if (batch != null) {
      batch.answered(element, yes);
    }
  }

  private void takeBack(long assignment) {
    AssignedBatch batch = batches.get(assignment);
    LocalBackend by = backend;
    if (batch != null && by != null) {
      by.takeBack(batch.batch());
    } else {
      send(FromWorker.newBuilder().setTakenBack(TakenBack.newBuilder().setAssignment(assignment)));
    }
  }

  private void cancel(long assignment, int limit) {
    AssignedBatch batch = batches.get(assignment);
    LocalBackend by = backend;
    if (batch != null && by != null) {
      batch.batch().lowerLimit(limit);
      by.cancel(batch.batch());
    }
  }

  /** Takes nothing new, and ends when everything has ended. */
  void drain() {
    draining = true;
    send(FromWorker.newBuilder().setDraining(Draining.getDefaultInstance()));
    leaveIfDone();
  }

  private void leaveIfDone() {
    if (draining && batches.isEmpty()) {
      send(FromWorker.newBuilder().setGoodbye(Goodbye.getDefaultInstance()));
      outbox.close();
      end(Outcome.DRAINED);
    }
  }

  @Override
  public void send(FromWorker.Builder message) {
    outbox.send(message.build());
  }

  @Override
  public long now() {
    return clock.nanos();
  }

  @Override
  public void ended(AssignedBatch batch) {
    batches.remove(batch.id());
    flusher.remove(batch);
    leaveIfDone();
  }

  @Override
  public void onError(Throwable broken) {
    reason = String.valueOf(broken.getMessage());
    end(Outcome.BROKEN);
  }

  @Override
  public void onCompleted() {
    end(Outcome.BROKEN);
  }

  /** Says nothing more, and lets go of what runs. */
  void end(Outcome how) {
    if (how != Outcome.DRAINED) {
      outbox.cut();
    }
    for (AssignedBatch batch : batches.values()) {
      batch.giveUp();
      if (backend != null) {
        backend.cancel(batch.batch());
      }
    }
    outcome.complete(how);
  }

  /** Waits until nothing runs any more, up to the grace period; returns whether that is so. */
  boolean settle() {
    LocalBackend by = backend;
    if (by != null) {
      by.close();
    }
    WorkerReplicas had = replicas;
    return batches.isEmpty() && (had == null || !had.making());
  }
}
