package dev.jacquard.worker.gateway;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.ElementFailure;
import dev.jacquard.engine.backend.ReplicaListener;
import dev.jacquard.engine.pool.Replica;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that the gateway hears of. */
public sealed interface GatewayEvent {

  /** Asked by the engine. */
  sealed interface OfEngine extends GatewayEvent {
    /** A batch is to be carried out. */
    record Submit(Batch batch) implements OfEngine {}

    /** A batch's limit was lowered. */
    record Cancel(Batch batch) implements OfEngine {}

    /** Half of a batch is wanted back. */
    record TakeBack(Batch batch) implements OfEngine {}

    /** A replica is wanted. */
    record Create(Replica replica, ReplicaListener listener) implements OfEngine {}

    /** A replica is no longer wanted. */
    record Retire(Replica replica, ReplicaListener listener) implements OfEngine {}

    /** Everything is to end: what runs is cancelled. */
    record Close() implements OfEngine {}

    /** Everything has to have ended: what has not is given up. */
    record GiveUp(String reason) implements OfEngine {}
  }

  /** Seen on the stream of a worker, or of the process behind it. */
  sealed interface OfWorker extends GatewayEvent {
    /** The number of the stream; no two have the same. */
    long worker();

    /** A worker has connected; nothing of an earlier stream of the instance is carried out. */
    record Joined(long worker, String instance, String pool, int slots) implements OfWorker {}

    /** A sign of life, and the calls that run for long. */
    record Alive(long worker, List<LongCall> calls) implements OfWorker {}

    /** Results of elements that follow each other. */
    record Results(long worker, Report report) implements OfWorker {}

    /** An element has failed, and the worker waits for the decision. */
    record Failed(long worker, Report report, int element, Cause cause) implements OfWorker {}

    /** A careful worker is about to start an element, and waits for the word. */
    record Starting(long worker, Report report, int element) implements OfWorker {}

    /** Elements were taken back; perhaps none. */
    record TakenBack(long worker, long assignment, int from, int to, int next)
        implements OfWorker {}

    /** An assignment has ended, which was carried out for so long. */
    record Ended(long worker, Report report, long nanos) implements OfWorker {}

    /** A replica has been made. */
    record Made(long worker, long home) implements OfWorker {}

    /** A replica could not be made. */
    record NotMade(long worker, long home, Throwable cause) implements OfWorker {}

    /** A replica has been closed. */
    record Closed(long worker, long home) implements OfWorker {}

    /** The worker takes nothing new. */
    record Draining(long worker) implements OfWorker {}

    /** The stream is broken; the worker may still be at it. */
    record Severed(long worker) implements OfWorker {}

    /** Nothing runs there any more, and nothing was at fault. */
    record Left(long worker) implements OfWorker {}
  }

  /** Seen of the processes behind the workers, by whoever starts them. */
  sealed interface OfProcess extends GatewayEvent {}

  /** Of one process. */
  sealed interface OfInstance extends OfProcess {

    /** Which pool it was to serve. */
    String pool();

    /** By which its worker names itself. */
    String instance();
  }

  /**
   * The process of an instance has ended.
   *
   * @param pool which pool it was to serve
   * @param instance which
   * @param lastWords what it printed last; may be empty
   */
  record Exited(String pool, String instance, String lastWords) implements OfInstance {}

  /**
   * The process of an instance was ended by others: nothing that it ran is to blame.
   *
   * @param pool which pool it was to serve
   * @param instance which
   */
  record Removed(String pool, String instance) implements OfInstance {}

  /**
   * No worker of a pool can be started.
   *
   * @param reason what stands in the way, and what to do; a whole sentence
   */
  record Hopeless(String pool, String reason) implements OfProcess {}

  /** Time has passed. */
  record Tick() implements GatewayEvent {}

  /**
   * How far an assignment has come.
   *
   * @param assignment which
   * @param from the first element that results are told of
   * @param count how many elements
   * @param next the element that starts next
   * @param results read only if the report counts
   */
  record Report(long assignment, int from, int count, int next, ReportedResults results) {}

  /**
   * A call that runs for long.
   *
   * @param frame where its thread is
   */
  record LongCall(long assignment, int element, String frame) {}

  /** Results as they came. */
  @FunctionalInterface
  interface ReportedResults {
    /** Returns the results of the elements that the report tells of. */
    List<? extends @Nullable Object> read(Batch batch);
  }

  /** A failure as it came. */
  @FunctionalInterface
  interface Cause {
    /** Returns the failure of an element. */
    ElementFailure read(Batch batch, int element);
  }
}
