package dev.jacquard.worker.process;

import dev.jacquard.worker.v1.Assign;
import dev.jacquard.worker.v1.Ended;
import dev.jacquard.worker.v1.Failed;
import dev.jacquard.worker.v1.FromWorker;
import dev.jacquard.worker.v1.Results;
import dev.jacquard.worker.wire.Throwables;

/** Reports of an assignment that this process has no code for: its first element fails. */
final class UnplannedReports {

  private UnplannedReports() {}

  static FromWorker.Builder failed(Assign assign, RuntimeException cause) {
    return FromWorker.newBuilder()
        .setFailed(
            Failed.newBuilder()
                .setResults(nothingUntil(assign, assign.getFrom()))
                .setElement(assign.getFrom())
                .setStage(assign.getStage())
                .setThrown(Throwables.toProto(cause))
                .setFatal(true));
  }

  static FromWorker.Builder ended(Assign assign) {
    return FromWorker.newBuilder()
        .setEnded(Ended.newBuilder().setResults(nothingUntil(assign, assign.getFrom() + 1)));
  }

  /** Nothing of it was carried out: its replica is no more. */
  static FromWorker.Builder untouched(Assign assign) {
    return FromWorker.newBuilder()
        .setEnded(Ended.newBuilder().setResults(nothingUntil(assign, assign.getFrom())));
  }

  private static Results nothingUntil(Assign assign, int element) {
    return Results.newBuilder()
        .setAssignment(assign.getAssignment())
        .setFrom(element)
        .setNext(element)
        .build();
  }
}
