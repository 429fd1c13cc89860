package dev.jacquard.worker.process;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.BatchListener;
import dev.jacquard.engine.backend.ElementFailure;
import dev.jacquard.engine.backend.Elements;
import dev.jacquard.engine.backend.FatalCallException;
import dev.jacquard.engine.backend.Start;
import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.pool.Replica;
import dev.jacquard.worker.v1.Assign;
import dev.jacquard.worker.v1.Column;
import dev.jacquard.worker.v1.Ended;
import dev.jacquard.worker.v1.FromWorker;
import dev.jacquard.worker.v1.Starting;
import dev.jacquard.worker.v1.TakenBack;
import dev.jacquard.worker.wire.ChainColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * An assignment, as this process carries it out: rows from columns, and a report of what comes of
 * them. Carried out by one thread; its results are sent by that or by the {@link Flusher}.
 */
final class AssignedBatch implements Elements, BatchListener {

  private final Assign assign;
  private final Chain chain;
  private final SharedValues shared;
  private final Link link;
  private final Batch batch;
  private final Answer answer = new Answer();
  private final int[] slots;
  private final List<List<? extends @Nullable Object>> columns = new ArrayList<>();
  private @Nullable Throwable unreadable;
  private final ResultReports reports;
  private long waitedNanos;
  private int lastAsked = -1;
  private boolean over;

  AssignedBatch(
      Assign assign, Chain chain, SharedValues shared, @Nullable Replica replica, Link link) {
    this.assign = assign;
    this.chain = chain;
    this.shared = shared;
    this.link = link;
    this.slots = assign.getColumnsList().stream().mapToInt(Column::getSlot).toArray();
    long deadline = assign.hasLeftNanos() ? link.now() + assign.getLeftNanos() : Long.MAX_VALUE;
    Start start = new Start(assign.getStage(), assign.getAttempt(), deadline);
    this.batch =
        new Batch(
            new Batch.Work(chain, start, this, new AssignedSite(assign), this, assign.getWide()),
            assign.getFrom(),
            assign.getTo(),
            replica);
    this.reports =
        new ResultReports(assign.getAssignment(), batch, assign.getFrom(), assign.getTo(), link);
  }

  Batch batch() {
    return batch;
  }

  long id() {
    return assign.getAssignment();
  }

  /** Whether results may wait to be sent with others. */
  boolean hasSeveral() {
    return assign.getTo() - assign.getFrom() > 1;
  }

  // Read here, by the thread that carries them out, and not where the stream is read.
  @Override
  public void begin(@Nullable Object[] row) {
    try {
      shared.read(chain, row);
      for (Column column : assign.getColumnsList()) {
        List<? extends @Nullable Object> values =
            ChainColumns.read(chain, column, link.offloaded());
        if (values.size() != assign.getTo() - assign.getFrom()) {
          throw new IllegalArgumentException("A column must have a value for each element.");
        }
        columns.add(values);
      }
    } catch (RuntimeException | OutOfMemoryError e) {
      unreadable = e;
    }
  }

  @Override
  public void load(int index, @Nullable Object[] row) {
    if (assign.getCareful()) {
      askToStart(index);
    }
    try {
      if (unreadable instanceof RuntimeException wrong) {
        throw wrong;
      } else if (unreadable instanceof Error full) {
        throw full;
      }
      for (int i = 0; i < slots.length; i++) {
        row[slots[i]] = columns.get(i).get(index - assign.getFrom());
      }
    } catch (RuntimeException e) {
      throw new FatalCallException(
          "What a task is given must be readable where it runs; found: " + e.getMessage(), e);
    }
  }

  private void askToStart(int index) {
    synchronized (this) {
      answer.expect(index);
      Starting.Builder starting = Starting.newBuilder().setElement(index);
      reports.sendIn(results -> FromWorker.newBuilder().setStarting(starting.setResults(results)));
    }
    if (!answer.await(batch)) {
      batch.lowerLimit(index);
      throw new CancellationException("The element is no longer wanted.");
    }
  }

  // Whoever is not wanted any more must not be held up: it would pass for a call that goes on.
  @Override
  public void store(int index, @Nullable Object result) {
    if (reports.add(index, result)) {
      flush();
      waitedNanos += batch.unwanted() ? 0 : link.awaitRoom();
    }
  }

  /** Sends what results there are. */
  synchronized void flush() {
    if (!over) {
      reports.send();
    }
  }

  @Override
  public boolean failed(Batch of, ElementFailure failure) {
    synchronized (this) {
      answer.expect(failure.index());
      reports.sendFailure(failure);
    }
    if (failure.cause() instanceof OutOfMemoryError) {
      link.wornOut();
    }
    return answer.await(batch);
  }

  /** The gateway has answered a question about an element. */
  void answered(int element, boolean yes) {
    if (!answer.give(element, yes) && !yes) {
      batch.lowerLimit(0); // nobody waits: it failed when its result was sent
    }
  }

  /**
   * The call that runs is given up with its process; nothing more is said of this batch.
   *
   * @param failure its failure; null if nobody wants its result
   * @return false if it has ended after all
   */
  synchronized boolean giveUp(@Nullable ElementFailure failure) {
    if (over || (failure != null && failure.index() != reports.next())) {
      return false;
    }
    over = true;
    if (failure != null) {
      reports.sendFailure(failure);
    } else {
      sendEnd(0);
    }
    return true;
  }

  /** The element that runs, if it is the one that ran when this was asked the last time. */
  synchronized int elementSinceLastAsked() {
    int element = batch.next() - 1;
    boolean same = element == lastAsked && element >= reports.next();
    lastAsked = element;
    return same ? element : -1;
  }

  @Override
  public void takenBack(Batch of, int from, int to) {
    link.send(
        FromWorker.newBuilder()
            .setTakenBack(
                TakenBack.newBuilder()
                    .setAssignment(id())
                    .setFrom(from)
                    .setTo(to)
                    .setNext(Math.min(batch.next(), from))));
  }

  @Override
  public void ended(Batch of, long nanos) {
    synchronized (this) {
      if (over) {
        return; // given up, and this process with it
      }
      over = true;
      sendEnd(nanos - waitedNanos);
    }
    link.ended(this);
  }

  private void sendEnd(long nanos) {
    Ended.Builder ended = Ended.newBuilder().setNanos(nanos);
    reports.sendIn(results -> FromWorker.newBuilder().setEnded(ended.setResults(results)));
  }

  /** Nothing of it is wanted, and nobody will answer. */
  void giveUp() {
    batch.lowerLimit(0);
    answer.giveUp();
  }
}
