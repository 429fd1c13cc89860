package dev.jacquard.engine.testing;

import dev.jacquard.engine.backend.Backend;
import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.Start;
import dev.jacquard.engine.plan.ActorPlan;
import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.pool.Replica;
import dev.jacquard.spi.TaskHandler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What every backend has to do. Knows no test framework: a test of the backend extends this and
 * calls each of {@link #checks()}, which throw an {@link AssertionError} that says what must hold
 * and what was found.
 */
public abstract class BackendConformance {

  /** One promise of a backend. */
  @FunctionalInterface
  public interface Check {
    /** Tries it on a fresh backend. */
    void run();
  }

  /** Makes a backend on the system's clock with two slots or more. */
  protected abstract Backend backend();

  /**
   * Returns the chain of a call of one of the {@link ConformanceTasks}, from a plan: one {@code
   * int} in, one out, no policy.
   */
  protected abstract Chain chain(Class<? extends TaskHandler> handler);

  /**
   * Returns the plan of the actor that {@link ConformanceActors.Counter} makes: one {@code int};
   * null if the backend has no replicas, as one that others of their own stand beside.
   */
  protected @Nullable ActorPlan actor() {
    return null;
  }

  /** Returns the checks by their names. */
  public final Map<String, Check> checks() {
    Map<String, Check> checks = new LinkedHashMap<>();
    checks.put("everyElementCompletesOnce", this::everyElementCompletesOnce);
    checks.put("failuresAreToldAndTheRestGoesOn", this::failuresAreToldAndTheRestGoesOn);
    checks.put("batchStopsAtAFailureIfAsked", this::batchStopsAtAFailureIfAsked);
    checks.put("takenBackElementsNeverRun", this::takenBackElementsNeverRun);
    checks.put("cancelledBatchIsInterruptedAndEnds", this::cancelledBatchIsInterruptedAndEnds);
    checks.put("interruptionDoesNotReachTheNextCall", this::interruptionDoesNotReachTheNextCall);
    checks.put("closingEndsWhatRuns", this::closingEndsWhatRuns);
    if (actor() != null) {
      addReplicas(checks);
    }
    return checks;
  }

  private void addReplicas(Map<String, Check> checks) {
    checks.put("replicasAreInstancesOfTheirOwn", this::replicasAreInstancesOfTheirOwn);
    checks.put("constructorsFailureIsTold", this::constructorsFailureIsTold);
    checks.put("replicaIsRetiredOnce", this::replicaIsRetiredOnce);
    checks.put("replicaMayBeRetiredBeforeItIsMade", this::replicaMayBeRetiredBeforeItIsMade);
  }

  private void everyElementCompletesOnce() {
    BatchRecorder recorder = new BatchRecorder(true);
    try (Backend backend = backend()) {
      backend.submit(batch(ConformanceTasks.Increment.class, recorder, 3, 1000));
      recorder.awaitEnd();
      for (int i = 3; i < 1000; i++) {
        expect("result of element " + i, i + 1, recorder.results.get(i));
      }
      expect("completed elements", 997, recorder.results.size());
    }
    expect("ends of the batch", 1, recorder.ends.get());
  }

  private void failuresAreToldAndTheRestGoesOn() {
    BatchRecorder recorder = new BatchRecorder(true);
    try (Backend backend = backend()) {
      backend.submit(batch(ConformanceTasks.FailOnOdd.class, recorder, 0, 10));
      recorder.awaitEnd();
      expect("failures", 5, recorder.failures.size());
      expect("message", "odd: 1", recorder.failures.get(0).cause().getMessage());
      expect("completed elements", 5, recorder.results.size());
    }
  }

  private void batchStopsAtAFailureIfAsked() {
    BatchRecorder recorder = new BatchRecorder(false);
    try (Backend backend = backend()) {
      Batch batch = batch(ConformanceTasks.FailOnOdd.class, recorder, 0, 10);
      backend.submit(batch);
      recorder.awaitEnd();
      expect("failures", 1, recorder.failures.size());
      expect("completed elements", 1, recorder.results.size());
      expect("first element not started", 2, batch.next());
    }
  }

  private void takenBackElementsNeverRun() {
    BatchRecorder recorder = new BatchRecorder(true);
    try (Backend backend = backend()) {
      Batch batch = batch(ConformanceTasks.Hang.class, recorder, 1, 100);
      backend.submit(batch);
      BatchRecorder.await(recorder.loaded);
      backend.takeBack(batch);
      while (recorder.takenBack.isEmpty()) {
        Thread.onSpinWait();
      }
      Batch.TakenBack taken = recorder.takenBack.get(0);
      expect("end of what was taken back", 100, taken.to());
      expect("new limit", taken.from(), batch.limit());
      batch.lowerLimit(0);
      backend.cancel(batch);
      recorder.awaitEnd();
      expect("completed elements", 0, recorder.results.size());
    }
  }

  private void cancelledBatchIsInterruptedAndEnds() {
    BatchRecorder recorder = new BatchRecorder(true);
    try (Backend backend = backend()) {
      Batch batch = batch(ConformanceTasks.Hang.class, recorder, 1, 5);
      backend.submit(batch);
      BatchRecorder.await(recorder.loaded);
      batch.lowerLimit(0);
      backend.cancel(batch);
      recorder.awaitEnd();
      expect("failures of what nobody wants", 0, recorder.failures.size());
      expect("completed elements", 0, recorder.results.size());
    }
    expect("ends of the batch", 1, recorder.ends.get());
  }

  private void interruptionDoesNotReachTheNextCall() {
    BatchRecorder recorder = new BatchRecorder(true);
    try (Backend backend = backend()) {
      backend.submit(batch(ConformanceTasks.LeaveInterrupted.class, recorder, 0, 50));
      recorder.awaitEnd();
      expect("calls", 50, recorder.results.size());
      expect("calls that found an interruption", false, recorder.results.containsValue(1));
    }
  }

  private void closingEndsWhatRuns() {
    BatchRecorder recorder = new BatchRecorder(true);
    try (Backend backend = backend()) {
      backend.submit(batch(ConformanceTasks.Hang.class, recorder, 1, 5));
      BatchRecorder.await(recorder.loaded);
    }
    recorder.awaitEnd();
    expect("ends of the batch", 1, recorder.ends.get());
  }

  private void replicasAreInstancesOfTheirOwn() {
    try (Backend backend = backend()) {
      for (int start : List.of(0, 100)) {
        Replica replica = made(backend, start, new ReplicaRecorder());
        for (int round = 0; round < 2; round++) {
          BatchRecorder calls = new BatchRecorder(true);
          backend.submit(batch(ConformanceActors.Count.class, replica, calls, 0, 5));
          calls.awaitEnd();
          expect("count at the last call", start + 5 * (round + 1), calls.results.get(4));
        }
      }
    }
  }

  private void constructorsFailureIsTold() {
    try (Backend backend = backend()) {
      ReplicaRecorder recorder = new ReplicaRecorder();
      backend.create(ReplicaRecorder.replica(Objects.requireNonNull(actor()), -1), recorder);
      recorder.awaitAnswer();
      Throwable cause = recorder.cause;
      expect("failure", "negative: -1", cause == null ? null : cause.getMessage());
    }
  }

  private void replicaIsRetiredOnce() {
    ReplicaRecorder recorder = new ReplicaRecorder();
    try (Backend backend = backend()) {
      Replica replica = made(backend, 1, recorder);
      backend.retire(replica, recorder);
      recorder.awaitRetirement();
    }
    expect("answers to being asked for a replica", 1, recorder.answers.get());
    expect("retirements", 1, recorder.retirements.get());
  }

  private void replicaMayBeRetiredBeforeItIsMade() {
    ReplicaRecorder recorder = new ReplicaRecorder();
    try (Backend backend = backend()) {
      Replica replica = ReplicaRecorder.replica(Objects.requireNonNull(actor()), 1);
      backend.create(replica, recorder);
      backend.retire(replica, recorder);
      recorder.awaitRetirement();
    }
    expect("retirements", 1, recorder.retirements.get());
  }

  private Replica made(Backend backend, int argument, ReplicaRecorder recorder) {
    Replica replica = ReplicaRecorder.replica(Objects.requireNonNull(actor()), argument);
    backend.create(replica, recorder);
    recorder.awaitAnswer();
    expect("failure of a constructor that does not fail", true, recorder.cause == null);
    return replica;
  }

  private Batch batch(
      Class<? extends TaskHandler> handler, BatchRecorder recorder, int from, int to) {
    return batch(handler, null, recorder, from, to);
  }

  private Batch batch(
      Class<? extends TaskHandler> handler,
      @Nullable Replica replica,
      BatchRecorder recorder,
      int from,
      int to) {
    return new Batch(
        new Batch.Work(chain(handler), Start.FIRST, recorder, recorder, recorder, false),
        from,
        to,
        replica);
  }

  private static void expect(String what, Object expected, @Nullable Object found) {
    if (!expected.equals(found)) {
      throw new AssertionError(
          "A backend must give " + expected + " as " + what + "; found " + found + ".");
    }
  }
}
