package dev.jacquard.worker.gateway;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.BatchListener;
import dev.jacquard.engine.backend.CallSite;
import dev.jacquard.engine.backend.ElementFailure;
import dev.jacquard.engine.backend.Elements;
import dev.jacquard.engine.backend.Start;
import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.plan.Input;
import dev.jacquard.engine.policy.FailureKind;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Wants a number of elements done, in batches, and minds that each is done once. */
final class SimEngine implements Elements, BatchListener, CallSite {

  private static final Chain CHAIN =
      new Chain(1, List.of(), new Input(0, null), List.of(), List.of(), null, null);

  private final int elements;
  private final int slots;
  private final SimReplicas replicas;
  private final SplittableRandom random;
  private final Consumer<GatewayEvent> gateway;
  private final Set<Integer> todo = new HashSet<>();
  private final Set<Integer> done = new HashSet<>();
  final Set<Integer> lost = new HashSet<>();
  // In order, so that a seed always gives the same history.
  private final Set<Batch> running = new LinkedHashSet<>();
  private final Set<Batch> asked = new LinkedHashSet<>();

  SimEngine(
      int elements,
      int slots,
      SimReplicas replicas,
      SplittableRandom random,
      Consumer<GatewayEvent> gateway) {
    this.replicas = replicas;
    this.elements = elements;
    this.slots = slots;
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
    while (running.size() < slots && !todo.isEmpty()) {
      int from = todo.stream().min(Integer::compare).orElseThrow();
      int to = from;
      int longest = 1 + random.nextInt(12);
      while (to - from < longest && todo.remove(to)) {
        to++;
      }
      Batch batch =
          new Batch(
              new Batch.Work(CHAIN, Start.FIRST, this, this, this, false),
              from,
              to,
              replicas.choose());
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
    if (!Integer.valueOf(resultOf(index)).equals(result) || throwsAt(index)) {
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
    if (failure.cause() instanceof dev.jacquard.TaskLostException) {
      lost.add(failure.index());
    } else if (!throwsAt(failure.index())) {
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
