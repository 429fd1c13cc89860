package dev.jacquard.worker.gateway;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.BatchListener;
import dev.jacquard.engine.backend.CallSite;
import dev.jacquard.engine.backend.ElementFailure;
import dev.jacquard.engine.backend.Elements;
import dev.jacquard.engine.backend.ReplicaListener;
import dev.jacquard.engine.pool.Replica;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Writes down what the gateway does about workers, and what becomes of batches. */
final class GatewayRecorder
    implements GatewayEffects, ReplicaListener, BatchListener, Elements, CallSite {
  final List<String> told = new ArrayList<>();
  final List<String> needs = new ArrayList<>();
  final List<Assignment> assigned = new ArrayList<>();
  final List<String> failures = new ArrayList<>();
  final List<Throwable> causes = new ArrayList<>();
  final List<Integer> counts = new ArrayList<>();
  final List<Long> makers = new ArrayList<>();
  final List<String> leaving = new ArrayList<>();
  final List<Long> drained = new ArrayList<>();
  final List<Home> homes = new ArrayList<>();

  @Override
  public Sent assign(long worker, Assignment assignment) {
    assigned.add(assignment);
    return new Sent(assignment.to(), null);
  }

  @Override
  public @Nullable Throwable make(long worker, Home home) {
    makers.add(worker);
    homes.add(home);
    return null;
  }

  @Override
  public void need(WorkerPool pool, int workers) {
    counts.add(workers);
    needs.add(pool + "=" + workers);
    told.add("need " + workers);
  }

  @Override
  public void leaving(String pool, String instance) {
    leaving.add(instance);
    told.add("leaving");
  }

  @Override
  public void drain(long worker) {
    drained.add(worker);
  }

  @Override
  public boolean failed(Batch batch, ElementFailure failure) {
    failures.add(String.valueOf(failure.cause().getMessage()));
    return true;
  }

  @Override
  public void failed(Replica replica, Throwable cause) {
    causes.add(cause);
    failures.add(String.valueOf(cause.getMessage()));
  }

  @Override
  public void load(int index, @Nullable Object[] row) {
    row[0] = index;
  }

  @Override
  public void cancel(long worker, long assignment, int limit) {}

  @Override
  public void takeBack(long worker, long assignment) {}

  @Override
  public void decide(long worker, long assignment, int element, boolean goOn) {}

  @Override
  public void proceed(long worker, long assignment, int element) {}

  @Override
  public void close(long worker, long home) {}

  @Override
  public void dismiss(long worker, String reason) {}

  @Override
  public void created(Replica replica) {}

  @Override
  public void retired(Replica replica) {}

  @Override
  public void lost(Replica replica) {}

  @Override
  public void takenBack(Batch batch, int from, int to) {}

  @Override
  public void ended(Batch batch, long nanos) {}

  @Override
  public void store(int index, @Nullable Object result) {}

  @Override
  public String executionId() {
    return "execution";
  }

  @Override
  public OptionalInt elementIndex(int index) {
    return OptionalInt.empty();
  }

  @Override
  public String callKey(int element, int stage) {
    return element + "/" + stage;
  }
}
