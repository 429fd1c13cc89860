package dev.jacquard.engine.testing;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.BatchListener;
import dev.jacquard.engine.backend.CallSite;
import dev.jacquard.engine.backend.ElementFailure;
import dev.jacquard.engine.backend.Elements;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Gives each element its own index as input, and writes down what a backend does with a batch. */
final class BatchRecorder implements BatchListener, Elements, CallSite {

  final Map<Integer, Integer> results = new ConcurrentHashMap<>();
  final List<ElementFailure> failures = new CopyOnWriteArrayList<>();
  final List<Batch.TakenBack> takenBack = new CopyOnWriteArrayList<>();
  final CountDownLatch loaded = new CountDownLatch(1);
  final AtomicInteger ends = new AtomicInteger();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final boolean goesOn;

  BatchRecorder(boolean goesOn) {
    this.goesOn = goesOn;
  }

  void awaitEnd() {
    await(ended);
  }

  static void await(CountDownLatch latch) {
    try {
      if (!latch.await(2, TimeUnit.MINUTES)) {
        throw new AssertionError("A backend must answer within two minutes; found no answer.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("A conformance check must not be interrupted.", e);
    }
  }

  @Override
  public boolean failed(Batch batch, ElementFailure failure) {
    failures.add(failure);
    return goesOn;
  }

  @Override
  public void takenBack(Batch batch, int from, int to) {
    takenBack.add(new Batch.TakenBack(from, to));
  }

  @Override
  public void ended(Batch batch, long nanos) {
    ends.incrementAndGet();
    ended.countDown();
  }

  @Override
  public void load(int index, @Nullable Object[] row) {
    row[0] = index;
    loaded.countDown();
  }

  @Override
  public void store(int index, @Nullable Object result) {
    if (result instanceof Integer number && results.put(index, number) != null) {
      throw new AssertionError("Element " + index + " must complete once; found it stored twice.");
    }
  }

  @Override
  public String executionId() {
    return "conformance";
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
