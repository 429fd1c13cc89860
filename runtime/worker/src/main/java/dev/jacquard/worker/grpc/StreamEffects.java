package dev.jacquard.worker.grpc;

import dev.jacquard.engine.backend.FatalCallException;
import dev.jacquard.engine.plan.ChainSource;
import dev.jacquard.engine.time.EngineClock;
import dev.jacquard.worker.gateway.Assignment;
import dev.jacquard.worker.gateway.GatewayEffects;
import dev.jacquard.worker.gateway.Home;
import dev.jacquard.worker.gateway.WorkerPool;
import dev.jacquard.worker.offload.Holdings.Kind;
import dev.jacquard.worker.v1.Assign;
import dev.jacquard.worker.v1.Cancel;
import dev.jacquard.worker.v1.CloseReplica;
import dev.jacquard.worker.v1.Decision;
import dev.jacquard.worker.v1.Drain;
import dev.jacquard.worker.v1.MakeReplica;
import dev.jacquard.worker.v1.Proceed;
import dev.jacquard.worker.v1.TakeBack;
import dev.jacquard.worker.v1.ToWorker;
import dev.jacquard.worker.wire.AssignmentWriter;
import dev.jacquard.worker.wire.OffloadTarget;
import dev.jacquard.worker.wire.ReplicaMessages;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the gateway's decisions to workers. Its methods are called one after another. */
final class StreamEffects implements GatewayEffects {

  private static final Logger LOG = LoggerFactory.getLogger(StreamEffects.class);

  private final Map<Long, WorkerStream> streams = new ConcurrentHashMap<>();
  private final SharedInputs shared = new SharedInputs();
  private final EngineClock clock;
  private final WorkerStarter starter;

  StreamEffects(EngineClock clock, WorkerStarter starter) {
    this.clock = clock;
    this.starter = starter;
  }

  void add(WorkerStream stream) {
    streams.put(stream.id(), stream);
  }

  void remove(long worker) {
    streams.remove(worker);
  }

  int count() {
    return streams.size();
  }

  Iterable<WorkerStream> streams() {
    return streams.values();
  }

  @Override
  public Sent assign(long worker, Assignment assignment) {
    WorkerStream stream = streams.get(worker);
    if (stream == null) {
      return new Sent(assignment.to(), null);
    }
    OffloadTarget target = stream.offloads().target(Kind.ASSIGNMENT, assignment.id());
    AssignmentWriter writer = new AssignmentWriter(assignment.batch(), target);
    try {
      send(stream, assignment, writer);
    } catch (RuntimeException | OutOfMemoryError e) {
      writer.refuse(assignment.from(), e);
    }
    if (writer.to() == assignment.from()) {
      stream.offloads().release(Kind.ASSIGNMENT, assignment.id()); // it was not sent
    }
    return new Sent(writer.to(), writer.unfit());
  }

  private void send(WorkerStream stream, Assignment assignment, AssignmentWriter writer) {
    ChainSource source = assignment.batch().chain().source();
    if (source == null) {
      throw new IllegalArgumentException("A chain must come from a plan to be sent.");
    }
    Assign.Builder assign =
        Assign.newBuilder()
            .setAssignment(assignment.id())
            .setCareful(assignment.careful())
            .setReplica(assignment.home());
    writer.write(assign, assignment.from(), assignment.to(), clock.nanos());
    if (writer.to() > assignment.from()) {
      if (writer.hasShared()) {
        SharedInputs.Entry entry = shared.of(assignment.batch().elements());
        stream.share(entry, writer, assignment.id());
        assign.setShared(entry.number());
      }
      stream.name(source, assign);
      stream.send(ToWorker.newBuilder().setAssign(assign).build());
      stream.told(source);
    }
  }

  @Override
  public void cancel(long worker, long assignment, int limit) {
    send(
        worker,
        ToWorker.newBuilder()
            .setCancel(Cancel.newBuilder().setAssignment(assignment).setLimit(limit)));
  }

  @Override
  public void takeBack(long worker, long assignment) {
    send(
        worker, ToWorker.newBuilder().setTakeBack(TakeBack.newBuilder().setAssignment(assignment)));
  }

  @Override
  public void decide(long worker, long assignment, int element, boolean goOn) {
    send(
        worker,
        ToWorker.newBuilder()
            .setDecision(
                Decision.newBuilder().setAssignment(assignment).setElement(element).setGoOn(goOn)));
  }

  @Override
  public void proceed(long worker, long assignment, int element) {
    send(
        worker,
        ToWorker.newBuilder()
            .setProceed(Proceed.newBuilder().setAssignment(assignment).setElement(element)));
  }

  @Override
  public @Nullable Throwable make(long worker, Home home) {
    WorkerStream stream = streams.get(worker);
    if (stream == null) {
      return null;
    }
    try {
      OffloadTarget target = stream.offloads().target(Kind.REPLICA, home.id());
      MakeReplica.Builder message = ReplicaMessages.write(home.replica(), target);
      send(worker, ToWorker.newBuilder().setMakeReplica(message.setReplica(home.id())));
      return null;
    } catch (RuntimeException | OutOfMemoryError e) {
      return FatalCallException.ofGiven(e);
    }
  }

  @Override
  public void close(long worker, long home) {
    send(worker, ToWorker.newBuilder().setCloseReplica(CloseReplica.newBuilder().setReplica(home)));
  }

  @Override
  public void drain(long worker) {
    send(worker, ToWorker.newBuilder().setDrain(Drain.getDefaultInstance()));
  }

  @Override
  public void need(WorkerPool pool, int workers) {
    starter.need(pool, workers);
  }

  @Override
  public void serving(String pool, String instance) {
    starter.serving(pool, instance);
  }

  @Override
  public void leaving(String pool, String instance) {
    starter.leaving(pool, instance);
  }

  @Override
  public void dismiss(long worker, String reason) {
    WorkerStream stream = streams.remove(worker);
    if (stream != null) {
      LOG.info("Worker {} is dismissed: {}", worker, reason);
      stream.refuse(reason);
    }
  }

  private void send(long worker, ToWorker.Builder message) {
    WorkerStream stream = streams.get(worker);
    if (stream != null) {
      stream.send(message.build());
    }
  }
}
