package dev.jacquard.engine.schedule;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.ReplicaListener;
import dev.jacquard.engine.pool.Replica;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the scheduler's decisions do to the world. Called by the scheduler alone, one call at a
 * time.
 */
public interface Effects {

  /** Hands a batch to the backend. */
  void submit(Batch batch);

  /** Tells the backend that elements of the batch from its limit on are no longer wanted. */
  void cancel(Batch batch);

  /** Asks the backend for half of what has not started. */
  void takeBack(Batch batch);

  /** Asks the backend for a replica. */
  void create(Replica replica, ReplicaListener listener);

  /** Asks the backend to close a replica. */
  void retire(Replica replica, ReplicaListener listener);

  /** Posts an event to the scheduler, from any thread. */
  void post(Event event);

  /** Posts an event at a time. */
  Timer at(long nanos, Event event);

  /** Returns the next random number from 0 to below 1. */
  double random();

  /** Tells what happened in an execution; the notice is made only if somebody listens. */
  void tell(ExecutionRun execution, Supplier<Notice> notice);

  /** An execution has ended: everything in it is over. */
  void finished(ExecutionRun execution, Conclusion conclusion);

  /** Takes back an event at a time. */
  interface Timer {
    /** Takes it back, if it has not been posted yet. */
    void cancel();
  }

  /**
   * How an execution has ended.
   *
   * @param state in which way
   * @param result the workflow's result, where it succeeded
   * @param fault what failed, where it failed
   */
  record Conclusion(State state, @Nullable Object result, @Nullable Fault fault) {
    /** In which way an execution has ended. */
    public enum State {
      /** With a result. */
      SUCCEEDED,
      /** With a failure. */
      FAILED,
      /** It was cancelled. */
      CANCELLED
    }

    /** A failure of no call, but of the whole. */
    public static Conclusion failed(Throwable cause) {
      return new Conclusion(State.FAILED, null, new Fault(cause, "", List.of(), 0));
    }
  }
}
