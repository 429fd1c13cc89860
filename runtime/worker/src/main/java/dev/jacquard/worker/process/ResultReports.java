package dev.jacquard.worker.process;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.ElementFailure;
import dev.jacquard.engine.backend.FatalCallException;
import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.policy.FailureKind;
import dev.jacquard.worker.v1.Failed;
import dev.jacquard.worker.v1.FromWorker;
import dev.jacquard.worker.v1.Results;
import dev.jacquard.worker.wire.ChainColumns;
import dev.jacquard.worker.wire.FailureWriter;
import dev.jacquard.worker.wire.OffloadTarget;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends the results of an assignment, in messages that are not too long. Results are added by the
 * thread that carries the assignment out; all else is for one thread at a time.
 */
final class ResultReports {

  private final long assignment;
  private final Batch batch;
  private final Link link;
  private final UnsentResults unsent;

  /** There is no result yet of the elements from one to another. */
  ResultReports(long assignment, Batch batch, int from, int to, Link link) {
    this.assignment = assignment;
    this.batch = batch;
    this.link = link;
    this.unsent =
        new UnsentResults(from, to, result -> ChainColumns.resultLength(batch.chain(), result));
  }

  /** Adds one; returns whether it is time to send them, lest they become too many. */
  boolean add(int element, @Nullable Object result) {
    return unsent.add(element, result);
  }

  /** The element whose result comes next. */
  int next() {
    return unsent.stored();
  }

  /** Sends what there are. */
  void send() {
    if (unsent.stored() > unsent.reported()) {
      send(null);
    }
  }

  /** Sends what there are, the last of them, if any, in a message that says more. */
  void sendIn(Function<Results, FromWorker.Builder> message) {
    send(message);
  }

  /** Sends what there are, and that the element after them has failed. */
  void sendFailure(ElementFailure failure) {
    Failed.Builder failed = written(failure);
    send(results -> FromWorker.newBuilder().setFailed(failed.setResults(results)));
    unsent.failed(failure.index());
  }

  private Failed.Builder written(ElementFailure failure) {
    return FailureWriter.write(batch, failure, link.now(), link.offload());
  }

  // What could not be sent is not let go of; one that can never be has failed.
  private void send(@Nullable Function<Results, FromWorker.Builder> last) {
    int end = unsent.stored();
    boolean all = false;
    while (!all) {
      List<@Nullable Object> pending = unsent.next(end);
      if (pending.isEmpty() && last == null) {
        return;
      }
      all = unsent.reported() + pending.size() == end;
      try {
        Results results = results(pending);
        link.send(
            all && last != null
                ? last.apply(results)
                : FromWorker.newBuilder().setResults(results));
        unsent.sent(pending, results);
      } catch (RuntimeException | OutOfMemoryError e) {
        if (pending.isEmpty()) {
          throw e;
        }
        all = false;
        failOrSendOneByOne(pending, end, e);
      }
    }
  }

  private void failOrSendOneByOne(List<@Nullable Object> pending, int end, Throwable cause) {
    boolean full = cause instanceof OutOfMemoryError;
    if (full && pending.size() > 1) {
      unsent.oneByOne(end);
      return;
    }
    failFirstUnfit(pending, cause);
    if (full) {
      link.wornOut();
    }
  }

  private void failFirstUnfit(List<@Nullable Object> pending, Throwable cause) {
    List<@Nullable Object> before = pending.subList(0, firstUnfit(pending));
    Results results = results(before);
    Chain chain = batch.chain();
    ElementFailure failure =
        new ElementFailure(
            unsent.reported() + before.size(),
            chain.stages().size(),
            new Object[chain.width()],
            new FatalCallException(
                "The result must survive encoding; found: " + cause.getMessage(), cause),
            FailureKind.FATAL,
            Long.MAX_VALUE);
    link.send(FromWorker.newBuilder().setFailed(written(failure).setResults(results)));
    unsent.sent(before, results);
    unsent.failed(failure.index());
  }

  private int firstUnfit(List<@Nullable Object> pending) {
    Chain chain = batch.chain();
    for (int i = 0; i < pending.size(); i++) {
      try {
        ChainColumns.writeResults(
            Results.newBuilder(), chain, pending.subList(i, i + 1), OffloadTarget.NONE);
      } catch (RuntimeException | OutOfMemoryError e) {
        return i;
      }
    }
    return 0;
  }

  private Results results(List<@Nullable Object> pending) {
    int from = unsent.reported();
    Results.Builder results =
        Results.newBuilder()
            .setAssignment(assignment)
            .setFrom(from)
            .setNext(Math.max(batch.next(), from + pending.size()));
    ChainColumns.writeResults(results, batch.chain(), pending, link.offload());
    return results.build();
  }
}
