package dev.jacquard.worker.gateway;

import dev.jacquard.TaskLostException;
import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.BatchListener;
import dev.jacquard.engine.backend.CallSite;
import dev.jacquard.engine.backend.ElementFailure;
import dev.jacquard.engine.backend.Elements;
import dev.jacquard.engine.backend.Start;
import dev.jacquard.engine.policy.FailureKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Wants a number of elements done, in batches, and minds that each is done once. */
final class SimEngine implements Elements, BatchListener, CallSite {

  private static final int STRETCH = 10;

  private final int elements;
  private final int slots;
  private final List<SimPlace> places;
  private final SimReplicas replicas;
  private final SplittableRandom random;
  private final Consumer<GatewayEvent> gateway;
  private final Set<Integer> todo = new HashSet<>();
  private final Set<Integer> done = new HashSet<>();
  // Which elements are given up, and why.
  final Map<Integer, String> lost = new HashMap<>();
  // In order, so that a seed always gives the same history.
  private final Set<Batch> running = new LinkedHashSet<>();
  private final Set<Batch> asked = new LinkedHashSet<>();

  SimEngine(
      int elements,
      int slots,
      List<SimPlace> places,
      SimReplicas replicas,
      SplittableRandom random,
      Consumer<GatewayEvent> gateway) {
    this.replicas = replicas;
    this.elements = elements;
    this.slots = slots;
    this.places = places;
    this.random = random;
    this.gateway = gateway;
    for (int i = 0; i < elements; i++) {
      todo.add(i);
    }
  }

  static int resultOf(int element) {
    return element * 31 + 7;
  }

  /** Whether an element throws. */
  static boolean throwsAt(int element) {
    return element % 13 == 5;
  }

  /** Whether an element cannot be sent to a worker. */
  static boolean unfitAt(int element) {
    return element % 29 == 11;
  }

  /** What the call of an element asks for. */
  SimPlace place(int element) {
    return places.get(element / STRETCH % places.size());
  }

  /** How many batches run that workers of a pool may have been asked for. */
  int batchesFor(WorkerPool pool, Pooling pooling) {
    return (int)
        running.stream()
            .filter(
                batch ->
                    batch.replica() != null || pooling.of(place(batch.first()).chain).equals(pool))
            .count();
  }

  boolean finished() {
    return done.size() == elements && running.isEmpty() && asked.isEmpty() && replicas.settled();
  }

  /** Whether all is done, so that nothing more need be asked for. */
  boolean done() {
    return done.size() == elements;
  }

  String state() {
    return done.size()
        + " of "
        + elements
        + " done, "
        + running.size()
        + " batches running, "
        + replicas.state();
  }

  void submitMore() {
    places.forEach(this::submitMore);
  }

  private void submitMore(SimPlace place) {
    while (running.stream().filter(batch -> place(batch.first()).equals(place)).count() < slots) {
      int from = todo.stream().filter(i -> place(i).equals(place)).min(Integer::compare).orElse(-1);
      if (from < 0) {
        return;
      }
      int to = from;
      int longest = 1 + random.nextInt(STRETCH);
      while (to - from < longest && place(to).equals(place) && todo.remove(to)) {
        to++;
      }
      Batch batch =
          new Batch(
              new Batch.Work(place.chain, Start.FIRST, this, this, this, false),
              from,
              to,
              place.equals(SimPlace.PLAIN) ? replicas.choose() : null);
      running.add(batch);
      replicas.begins(batch);
      gateway.accept(new GatewayEvent.OfEngine.Submit(batch));
    }
  }

  /** Asks for half of some batch. */
  void takeBackSome() {
    running.stream()
        .filter(batch -> batch.limit() - batch.next() > 1 && !asked.contains(batch))
        .findFirst()
        .ifPresent(
            batch -> {
              asked.add(batch);
              gateway.accept(new GatewayEvent.OfEngine.TakeBack(batch));
            });
  }

  private void again(int from, int to) {
    for (int i = from; i < to; i++) {
      if (done.contains(i) || !todo.add(i)) {
        throw new AssertionError("Element " + i + " must not be handed back twice or when done.");
      }
    }
  }

  private void complete(int element) {
    if (!done.add(element)) {
      throw new AssertionError("Element " + element + " must complete once.");
    }
  }

  @Override
  public void load(int index, @Nullable Object[] row) {}

  @Override
  public void store(int index, @Nullable Object result) {
    complete(index);
    if (!Integer.valueOf(resultOf(index)).equals(result) || throwsAt(index) || unfitAt(index)) {
      throw new AssertionError("Element " + index + " must have its own result.");
    }
  }

  @Override
  public boolean failed(Batch batch, ElementFailure failure) {
    if (failure.kind() == FailureKind.SYSTEM && batch.replica() != null) {
      again(failure.index(), failure.index() + 1);
      return true;
    }
    complete(failure.index());
    if (failure.cause() instanceof TaskLostException gone) {
      lost.put(failure.index(), String.valueOf(gone.getMessage()));
    } else if (!throwsAt(failure.index()) && !unfitAt(failure.index())) {
      throw new AssertionError("Element " + failure.index() + " must not fail.");
    }
    return failure.index() % 2 == 0;
  }

  @Override
  public void takenBack(Batch batch, int from, int to) {
    if (!asked.remove(batch)) {
      throw new AssertionError("A question must be answered once.");
    }
    again(from, to);
  }

  @Override
  public void ended(Batch batch, long nanos) {
    if (!running.remove(batch)) {
      throw new AssertionError("A batch must end once.");
    }
    replicas.ended(batch);
    again(Math.min(batch.next(), batch.limit()), batch.limit());
    for (int i = batch.first(); i < Math.min(batch.next(), batch.limit()); i++) {
      if (!done.contains(i) && !todo.contains(i)) {
        throw new AssertionError("Element " + i + " was claimed and must have completed.");
      }
    }
  }

  @Override
  public String executionId() {
    return "simulated";
  }

  @Override
  public OptionalInt elementIndex(int index) {
    return OptionalInt.of(index);
  }

  @Override
  public String callKey(int index, int stage) {
    return "call[" + index + "]";
  }
}
