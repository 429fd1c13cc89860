package dev.jacquard.worker.grpc;

import dev.jacquard.engine.time.EngineClock;
import dev.jacquard.worker.gateway.GatewayEvent;
import dev.jacquard.worker.gateway.GatewayEvent.OfWorker;
import dev.jacquard.worker.offload.ResultFiles;
import dev.jacquard.worker.v1.Failed;
import dev.jacquard.worker.v1.FromWorker;
import dev.jacquard.worker.v1.Heartbeat;
import dev.jacquard.worker.v1.LongCall;
import dev.jacquard.worker.v1.Results;
import dev.jacquard.worker.v1.Slot;
import dev.jacquard.worker.v1.TakenBack;
import dev.jacquard.worker.wire.ChainColumns;
import dev.jacquard.worker.wire.FailureWriter;
import dev.jacquard.worker.wire.OffloadSource;
import dev.jacquard.worker.wire.ReplicaMessages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what a worker sends into what the gateway hears. */
final class WorkerMessages {

  private WorkerMessages() {}

  static @Nullable OfWorker event(
      long worker, FromWorker message, EngineClock clock, ResultFiles files) {
    return switch (message.getKindCase()) {
      case RESULTS -> new OfWorker.Results(worker, report(message.getResults(), files));
      case FAILED -> failed(worker, message.getFailed(), clock, files);
      case STARTING ->
          new OfWorker.Starting(
              worker,
              report(message.getStarting().getResults(), files),
              message.getStarting().getElement());
      case TAKEN_BACK -> takenBack(worker, message.getTakenBack());
      case ENDED ->
          new OfWorker.Ended(
              worker,
              report(message.getEnded().getResults(), files),
              message.getEnded().getNanos());
      case REPLICA_MADE -> new OfWorker.Made(worker, message.getReplicaMade().getReplica());
      case REPLICA_FAILED ->
          new OfWorker.NotMade(
              worker,
              message.getReplicaFailed().getReplica(),
              ReplicaMessages.cause(message.getReplicaFailed()));
      case REPLICA_CLOSED -> new OfWorker.Closed(worker, message.getReplicaClosed().getReplica());
      case HEARTBEAT -> alive(worker, message.getHeartbeat());
      case DRAINING -> new OfWorker.Draining(worker);
      case GOODBYE -> new OfWorker.Left(worker);
      case HELLO, CHUNK, KIND_NOT_SET -> null;
    };
  }

  private static OfWorker alive(long worker, Heartbeat heartbeat) {
    List<GatewayEvent.LongCall> calls = new ArrayList<>(heartbeat.getLongCallsCount());
    for (LongCall call : heartbeat.getLongCallsList()) {
      calls.add(
          new GatewayEvent.LongCall(call.getAssignment(), call.getElement(), call.getFrame()));
    }
    return new OfWorker.Alive(worker, calls);
  }

  // Files are read, and deleted, also if the report does not count: nobody else would.
  private static GatewayEvent.Report report(Results results, ResultFiles files) {
    OffloadSource source = files.take(results.getOffloadedList());
    return new GatewayEvent.Report(
        results.getAssignment(),
        results.getFrom(),
        results.getCount(),
        results.getNext(),
        batch -> ChainColumns.readResults(batch.chain(), results, source));
  }

  private static OfWorker failed(long worker, Failed failed, EngineClock clock, ResultFiles files) {
    OffloadSource source =
        files.take(
            failed.getMadeList().stream()
                .filter(Slot::hasOffloaded)
                .map(Slot::getOffloaded)
                .toList());
    return new OfWorker.Failed(
        worker,
        report(failed.getResults(), files),
        failed.getElement(),
        (batch, element) -> FailureWriter.read(batch, failed, clock.nanos(), source));
  }

  private static OfWorker takenBack(long worker, TakenBack taken) {
    return new OfWorker.TakenBack(
        worker, taken.getAssignment(), taken.getFrom(), taken.getTo(), taken.getNext());
  }
}
