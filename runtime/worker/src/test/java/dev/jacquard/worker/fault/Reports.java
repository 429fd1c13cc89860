package dev.jacquard.worker.fault;

import com.google.protobuf.ByteString;
import dev.jacquard.engine.code.LoaderCode;
import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.plan.Planner;
import dev.jacquard.worker.v1.Assign;
import dev.jacquard.worker.v1.Ended;
import dev.jacquard.worker.v1.Failed;
import dev.jacquard.worker.v1.FromWorker;
import dev.jacquard.worker.v1.Results;
import dev.jacquard.worker.v1.Starting;
import dev.jacquard.worker.v1.TakenBack;
import dev.jacquard.worker.v1.Thrown;
import dev.jacquard.worker.wire.ChainColumns;
import dev.jacquard.worker.wire.OffloadTarget;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reports of an assignment of {@link Marked#throughGate}, true and false ones.
 *
 * @param work the assignment
 */
record Reports(Assign work) {

  private Chain chain() {
    return Planner.plan(LoaderCode.of(Marked.class), work.getSource().getWorkflow())
        .chain(work.getSource().getNumber());
  }

  /** Results as they should be. */
  Results.Builder right(int from, int to) {
    return results(from, IntStream.range(from, to).mapToObj(n -> 2 * n).toList());
  }

  /** Results that nobody must believe. */
  Results.Builder wrong(int from, int to) {
    return results(from, Collections.nCopies(to - from, -1));
  }

  private Results.Builder results(int from, List<Integer> values) {
    Results.Builder results =
        Results.newBuilder()
            .setAssignment(work.getAssignment())
            .setFrom(from)
            .setNext(from + values.size());
    ChainColumns.writeResults(results, chain(), values, OffloadTarget.NONE);
    return results;
  }

  /** Nothing is reported; the next element is said to start. */
  Results.Builder nothing(int next) {
    return Results.newBuilder()
        .setAssignment(work.getAssignment())
        .setFrom(work.getFrom())
        .setNext(next);
  }

  static ByteString garbage() {
    return ByteString.copyFrom(new byte[] {-1, 7, 33, -128, -1, -1, -1, -1, -1, -1, -1, 3, 5});
  }

  static FromWorker.Builder say(Results.Builder results) {
    return FromWorker.newBuilder().setResults(results);
  }

  static FromWorker.Builder ended(Results.Builder results) {
    return FromWorker.newBuilder().setEnded(Ended.newBuilder().setResults(results));
  }

  static FromWorker.Builder starting(Results.Builder results, int element) {
    return FromWorker.newBuilder()
        .setStarting(Starting.newBuilder().setResults(results).setElement(element));
  }

  /** The first element has failed, as far as one can see. */
  Failed.Builder failed() {
    return Failed.newBuilder()
        .setResults(nothing(work.getFrom()))
        .setElement(work.getFrom())
        .setStage(work.getStage())
        .setThrown(
            Thrown.newBuilder()
                .addClasses("java.lang.IllegalStateException")
                .addClasses("java.lang.RuntimeException")
                .setMessage("hostile")
                .setText("java.lang.IllegalStateException: hostile"));
  }

  static FromWorker.Builder say(Failed.Builder failed) {
    return FromWorker.newBuilder().setFailed(failed);
  }

  FromWorker.Builder takenBack(int from, int to, int next) {
    return FromWorker.newBuilder()
        .setTakenBack(
            TakenBack.newBuilder()
                .setAssignment(work.getAssignment())
                .setFrom(from)
                .setTo(to)
                .setNext(next));
  }
}
