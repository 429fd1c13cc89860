package dev.jacquard.worker.process;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.ElementFailure;
import dev.jacquard.engine.backend.StrictCaller;
import dev.jacquard.engine.backend.TaskCaller;
import dev.jacquard.engine.backend.local.LocalBackend;
import dev.jacquard.engine.backend.local.StuckCalls;
import dev.jacquard.engine.time.EngineClock;
import dev.jacquard.worker.gateway.WorkerLease;
import dev.jacquard.worker.v1.Draining;
import dev.jacquard.worker.v1.FromWorker;
import dev.jacquard.worker.v1.Goodbye;
import dev.jacquard.worker.v1.ToWorker;
import dev.jacquard.worker.v1.Welcome;
import dev.jacquard.worker.wire.Chunks;
import dev.jacquard.worker.wire.OffloadSource;
import dev.jacquard.worker.wire.OffloadTarget;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One stream to the gateway, from hello to its end. Messages come in one after another; reports go
 * out from the threads that carry out batches.
 */
final class WorkerSession
    implements ClientResponseObserver<FromWorker, ToWorker>, Link, StuckCalls {

  private static final Logger LOG = LoggerFactory.getLogger(WorkerSession.class);

  private static final Duration LAST_WORDS = Duration.ofSeconds(10);

  private final WorkerSettings settings;
  private final CodeSupply.Supplied supplied;
  private final EngineClock clock;
  private final PlanCatalogue catalogue;
  private final Flusher flusher;
  private final Outbox outbox = new Outbox();
  private final Chunks<ToWorker> chunks = new Chunks<>(ToWorker.parser(), Integer.MAX_VALUE);
  private final CompletableFuture<SessionEnd> over = new CompletableFuture<>();
  private long helloNanos;
  private volatile long graceNanos;
  private volatile OffloadTarget offload = OffloadTarget.NONE;
  private volatile @Nullable Pulse pulse;
  private volatile @Nullable LocalBackend backend;
  private volatile @Nullable WorkerReplicas replicas;
  private volatile @Nullable WorkerBatches batches;
  private volatile boolean draining;

  WorkerSession(
      WorkerSettings settings,
      CodeSupply.Supplied supplied,
      EngineClock clock,
      PlanCatalogue catalogue,
      Flusher flusher) {
    this.settings = settings;
    this.supplied = supplied;
    this.clock = clock;
    this.catalogue = catalogue;
    this.flusher = flusher;
  }

  @Override
  public void beforeStart(ClientCallStreamObserver<FromWorker> stream) {
    outbox.open(stream);
  }

  /** Says hello. */
  void greet() {
    helloNanos = clock.nanos();
    send(FromWorker.newBuilder().setHello(settings.hello(supplied.surroundings())));
  }

  /** Its end, once it has come. */
  CompletableFuture<SessionEnd> over() {
    return over;
  }

  boolean draining() {
    return draining;
  }

  /** Whether the gateway has taken it. */
  boolean welcome() {
    return pulse != null;
  }

  /** Waits until its last words are said, for a while; at once if nothing more is said. */
  void awaitSent() throws InterruptedException {
    outbox.awaitSent(LAST_WORDS);
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
      case REFUSAL ->
          end(
              welcome() ? SessionOutcome.BROKEN : SessionOutcome.REFUSED,
              message.getRefusal().getReason());
      case HEARTBEAT_SEEN -> {
        if (pulse != null) {
          pulse.seen(message.getHeartbeatSeen().getNumber());
        }
      }
      case DRAIN -> drain();
      default -> work(message);
    }
  }

  private void work(ToWorker message) {
    WorkerBatches have = batches;
    WorkerReplicas made = replicas;
    if (have == null || made == null || over.isDone()) {
      return;
    }
    new GatewayOrders(have, made).heed(message);
  }

  private void welcome(Welcome welcome) {
    WorkerLease granted = new WorkerLease(welcome.getLeaseNanos(), helloNanos);
    graceNanos = welcome.getGraceNanos();
    offload = settings.offloads().target(welcome);
    TaskCaller caller = welcome.getStrict() ? new StrictCaller() : TaskCaller.DIRECT;
    LocalBackend by =
        new LocalBackend(
            settings.slots(),
            clock,
            new LeasedCaller(caller, granted, clock, () -> end(SessionOutcome.BROKEN, "")),
            Duration.ofNanos(graceNanos),
            settings.blobs(),
            this);
    by.onBreakdown(this::cannotReport);
    backend = by;
    WorkerReplicas made = new WorkerReplicas(by, catalogue, this);
    replicas = made;
    WorkerBatches have = new WorkerBatches(by, catalogue, made, flusher, this);
    batches = have;
    Pulse beats =
        new Pulse(
            granted,
            clock,
            this,
            welcome.getLeaseNanos() / 4,
            have::longCalls,
            () -> end(SessionOutcome.BROKEN, ""));
    pulse = beats;
    beats.beat();
  }

  /** What it has carried out would be waited for as long as it lives. */
  private void cannotReport(Throwable bug) {
    String why = "The worker must be able to report what it has carried out";
    try {
      end(SessionOutcome.REFUSED, why + "; found " + bug + ".");
    } finally {
      end(SessionOutcome.REFUSED, why); // if there was no room for more
    }
  }

  @Override
  public long graceNanos() {
    return graceNanos;
  }

  // The call cannot be ended, so the process is; its neighbours are carried out elsewhere.
  @Override
  public void stuck(Batch of, @Nullable ElementFailure failure) {
    WorkerBatches have = batches;
    if (have == null) {
      return;
    }
    for (AssignedBatch batch : have.all()) {
      if (batch.batch().equals(of) && batch.giveUp(failure)) {
        have.all().forEach(AssignedBatch::flush);
        leave(SessionOutcome.STUCK);
      }
    }
  }

  @Override
  public void wornOut() {
    if (!draining) {
      LOG.warn("A call has used up the memory; the process leaves when what it has has ended.");
      drain();
    }
  }

  /** Takes nothing new, and ends when everything has ended. */
  void drain() {
    draining = true;
    send(FromWorker.newBuilder().setDraining(Draining.getDefaultInstance()));
    leaveIfDone();
  }

  private void leaveIfDone() {
    WorkerBatches have = batches;
    if (draining && (have == null || have.isEmpty())) {
      leave(SessionOutcome.DRAINED);
    }
  }

  private void leave(SessionOutcome how) {
    send(FromWorker.newBuilder().setGoodbye(Goodbye.getDefaultInstance()));
    outbox.close();
    end(how, "");
  }

  @Override
  public void send(FromWorker.Builder message) {
    outbox.send(message.build());
  }

  @Override
  public long awaitRoom() {
    return outbox.awaitRoom(clock);
  }

  @Override
  public OffloadTarget offload() {
    return offload;
  }

  @Override
  public OffloadSource offloaded() {
    return settings.offloads().found();
  }

  @Override
  public long now() {
    return clock.nanos();
  }

  @Override
  public void ended(AssignedBatch batch) {
    WorkerBatches have = batches;
    if (have != null) {
      have.ended(batch);
    }
    leaveIfDone();
  }

  @Override
  public void onError(Throwable broken) {
    String refusal = GatewayChannel.refusal(broken);
    if (refusal == null) {
      end(SessionOutcome.BROKEN, String.valueOf(broken.getMessage()));
    } else {
      end(SessionOutcome.REFUSED, refusal);
    }
  }

  @Override
  public void onCompleted() {
    end(SessionOutcome.BROKEN, "");
  }

  /** Says nothing more, and lets go of what runs; the first end is the one that counts. */
  void end(SessionOutcome how, String reason) {
    if (how != SessionOutcome.DRAINED && how != SessionOutcome.STUCK) {
      outbox.cut();
    }
    WorkerBatches have = batches;
    if (have != null && how != SessionOutcome.STUCK) {
      have.giveUp();
    }
    if (pulse != null) {
      pulse.end();
    }
    over.complete(new SessionEnd(how, reason));
  }

  /** Waits until nothing runs any more, up to the grace period; returns whether that is so. */
  boolean settle() {
    LocalBackend by = backend;
    if (by != null) {
      by.close();
    }
    WorkerReplicas had = replicas;
    WorkerBatches have = batches;
    return (have == null || have.isEmpty()) && (had == null || !had.making());
  }
}
