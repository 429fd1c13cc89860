package dev.jacquard.worker.wire;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.ElementFailure;
import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.policy.FailureKind;
import dev.jacquard.worker.v1.Failed;
import org.jspecify.annotations.Nullable;

/** A failed attempt as data. */
public final class FailureWriter {

  private FailureWriter() {}

  /** Writes a failure of a batch that began as the worker's copy says. */
  public static Failed.Builder write(
      Batch batch, ElementFailure failure, long now, OffloadTarget target) {
    Chain chain = batch.chain();
    // Where the result itself is at fault nothing is tried again, and it cannot be written.
    int stage = failure.stage() == chain.stages().size() ? 0 : failure.stage();
    Failed.Builder failed =
        Failed.newBuilder()
            .setElement(failure.index())
            .setStage(failure.stage())
            .addAllMade(
                ChainColumns.write(
                    chain,
                    failure.row(),
                    ChainColumns.made(chain, batch.start().stage(), stage),
                    target))
            .setThrown(Throwables.toProto(failure.cause()))
            .setFatal(failure.kind() == FailureKind.FATAL);
    if (failure.deadlineAtNanos() != Long.MAX_VALUE) {
      failed.setLeftNanos(failure.deadlineAtNanos() - now);
    }
    return failed;
  }

  /** Reads a failure of an element of the engine's batch. */
  public static ElementFailure read(Batch batch, Failed failed, long now, OffloadSource source) {
    Chain chain = batch.chain();
    @Nullable Object[] row = new @Nullable Object[chain.width()];
    batch.elements().begin(row);
    batch.elements().load(failed.getElement(), row);
    ChainColumns.read(chain, failed.getMadeList(), row, source);
    return new ElementFailure(
        failed.getElement(),
        failed.getStage(),
        row,
        Throwables.fromProto(failed.getThrown()),
        failed.getFatal() ? FailureKind.FATAL : FailureKind.USER,
        failed.hasLeftNanos() ? now + failed.getLeftNanos() : Long.MAX_VALUE);
  }
}
