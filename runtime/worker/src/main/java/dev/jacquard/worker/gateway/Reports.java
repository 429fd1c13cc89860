package dev.jacquard.worker.gateway;

import dev.jacquard.TaskLostException;
import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.ElementFailure;
import dev.jacquard.engine.backend.FatalCallException;
import dev.jacquard.engine.plan.ChainStage;
import dev.jacquard.engine.policy.FailureKind;
import dev.jacquard.worker.gateway.GatewayEvent.OfWorker;
import dev.jacquard.worker.gateway.GatewayEvent.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes up what workers report of their assignments, and tells the engine. */
final class Reports {

  private final GatewayEffects effects;

  Reports(GatewayEffects effects) {
    this.effects = effects;
  }

  /** Stores results; those that have been reported before, once. */
  void results(Assignment assignment, Report report) throws ProtocolException {
    Delivery delivery = assignment.delivery();
    long last = (long) report.from() + report.count();
    if (report.count() < 0
        || report.from() < assignment.from()
        || report.from() > delivery.next()
        || last > assignment.to()
        || report.next() > assignment.to()) {
      throw new ProtocolException(
          "A report must follow the one before, and stay within its assignment.");
    }
    int end = (int) last;
    if (end > delivery.next()) {
      if (!delivery.stopped()) {
        store(assignment, report, end);
      }
      delivery.reportedTo(end);
      assignment.setStarted(false);
    }
    delivery.batch().advanceTo(report.next());
  }

  private void store(Assignment assignment, Report report, int end) {
    Delivery delivery = assignment.delivery();
    Batch batch = delivery.batch();
    List<? extends @Nullable Object> results = List.of();
    FatalCallException unread = null;
    try {
      results = report.results().read(batch);
    } catch (RuntimeException | OutOfMemoryError e) {
      unread = FatalCallException.ofResult(e);
    }
    for (int i = delivery.next(); i < end && !delivery.stopped(); i++) {
      Throwable wrong = unread == null ? store(batch, i, results, i - report.from()) : unread;
      if (wrong != null) {
        FailureKind kind =
            wrong instanceof FatalCallException ? FailureKind.FATAL : FailureKind.USER;
        delivery.reportedTo(i + 1);
        if (!tell(delivery, failure(batch, i, wrong, kind))) {
          delivery.stop();
          effects.cancel(assignment.session().id(), assignment.id(), i + 1);
        }
      }
    }
  }

  private static @Nullable Throwable store(
      Batch batch, int element, List<? extends @Nullable Object> results, int at) {
    Object result;
    try {
      result = results.get(at); // read here if it was too long for the message
    } catch (RuntimeException | OutOfMemoryError e) {
      return FatalCallException.ofResult(e);
    }
    try {
      batch.elements().store(element, result);
      return null;
    } catch (RuntimeException thrown) {
      return thrown;
    }
  }

  /** An element has failed: the engine decides whether the worker goes on. */
  void failed(Assignment assignment, OfWorker.Failed event) throws ProtocolException {
    results(assignment, event.report());
    Delivery delivery = assignment.delivery();
    expect(delivery, event.element());
    ElementFailure failure = read(delivery.batch(), event);
    delivery.reportedTo(event.element() + 1);
    assignment.setStarted(false);
    boolean goOn = !delivery.stopped() && tell(delivery, failure);
    if (!goOn) {
      delivery.stop();
    }
    effects.decide(assignment.session().id(), assignment.id(), event.element(), goOn);
  }

  private static ElementFailure read(Batch batch, OfWorker.Failed event) throws ProtocolException {
    ElementFailure failure;
    try {
      failure = event.cause().read(batch, event.element());
    } catch (RuntimeException e) {
      throw new ProtocolException("A failure must be readable; found: " + e.getMessage());
    }
    int stages = batch.chain().stages().size();
    if (failure.stage() < batch.start().stage() || failure.stage() > stages) {
      throw new ProtocolException(
          "A failure must be at a stage of its chain; found " + failure.stage() + ".");
    }
    return failure;
  }

  /** An assignment has ended. */
  void ended(Assignment assignment, Report report) throws ProtocolException {
    results(assignment, report);
    Delivery delivery = assignment.delivery();
    if (delivery.next() < report.next() && !delivery.over()) {
      throw new ProtocolException("What has started must be reported before its assignment ends.");
    }
  }

  /** A careful worker asks for its next element. */
  void starting(Assignment assignment, OfWorker.Starting event) throws ProtocolException {
    results(assignment, event.report());
    Delivery delivery = assignment.delivery();
    expect(delivery, event.element());
    delivery.batch().advanceTo(event.element() + 1);
    assignment.setStarted(true);
    effects.proceed(assignment.session().id(), assignment.id(), event.element());
  }

  private static void expect(Delivery delivery, int element) throws ProtocolException {
    if (element != delivery.next()) {
      throw new ProtocolException(
          "Elements must be reported in order; found " + element + " for " + delivery.next() + ".");
    }
  }

  void takenBack(Assignment assignment, OfWorker.TakenBack event) throws ProtocolException {
    Batch batch = assignment.batch();
    boolean some = event.from() < event.to();
    if (event.from() > event.to() || (some && event.next() > event.from())) {
      throw new ProtocolException("What has started must not be given back.");
    }
    if (some && (event.from() < assignment.delivery().next() || event.to() > assignment.to())) {
      throw new ProtocolException("What is given back must be of the assignment, and not done.");
    }
    if (assignment.answerTakeBack()) {
      batch.advanceTo(Math.min(event.next(), assignment.to()));
      int end = event.to();
      if (event.from() < end) {
        // What stands behind the assignment, which may be a part of the batch, is given back too.
        end = Math.max(end, batch.lowerLimit(event.from()));
        assignment.endAt(event.from());
      }
      batch.listener().takenBack(batch, event.from(), end);
    }
  }

  /** An element that could not be sent fails. */
  void fail(Delivery delivery, ElementFailure failure) {
    delivery.reportedTo(failure.index() + 1);
    if (!tell(delivery, failure)) {
      delivery.stop();
      // A worker that is lost may have claimed more.
      delivery.batch().retreatTo(delivery.next());
    }
  }

  /** The next element has taken too many workers down, each time alone. */
  void poison(Delivery delivery, int workers) {
    TaskLostException lost =
        new TaskLostException(
            "Task %s must leave its worker alive; %d workers were lost one after another, each while"
                    .formatted(task(delivery.batch()), workers)
                + " it carried out this call alone. It is not tried again."
                + delivery.lastSeen()
                + delivery.lastWords());
    fail(delivery, failureAtStart(delivery, lost));
  }

  /** The next element will find no worker. */
  void hopeless(Delivery delivery, String reason) {
    fail(delivery, failureAtStart(delivery, new TaskLostException(reason)));
  }

  private static ElementFailure failureAtStart(Delivery delivery, TaskLostException lost) {
    Batch batch = delivery.batch();
    int element = delivery.next();
    return new ElementFailure(
        element,
        firstCall(batch),
        row(batch, element),
        lost,
        FailureKind.FATAL,
        batch.start().deadlineAtNanos());
  }

  /** The stage of the first call; that at which the batch starts if it has none. */
  private static int firstCall(Batch batch) {
    List<ChainStage> stages = batch.chain().stages();
    for (int stage = batch.start().stage(); stage < stages.size(); stage++) {
      if (stages.get(stage) instanceof ChainStage.Call) {
        return stage;
      }
    }
    return batch.start().stage();
  }

  private static String task(Batch batch) {
    int stage = firstCall(batch);
    return stage < batch.chain().stages().size()
            && batch.chain().stages().get(stage) instanceof ChainStage.Call call
        ? call.task().id()
        : "(none)";
  }

  private static boolean tell(Delivery delivery, ElementFailure failure) {
    Batch batch = delivery.batch();
    // Not by the batch's own mark, which speaks of the element that was claimed last.
    return failure.index() < batch.limit() && batch.listener().failed(batch, failure);
  }

  private static ElementFailure failure(
      Batch batch, int element, Throwable cause, FailureKind kind) {
    return new ElementFailure(
        element, batch.chain().stages().size(), row(batch, element), cause, kind, Long.MAX_VALUE);
  }

  private static @Nullable Object[] row(Batch batch, int element) {
    @Nullable Object[] row = new @Nullable Object[batch.chain().width()];
    batch.elements().begin(row);
    batch.elements().load(element, row);
    return row;
  }
}
