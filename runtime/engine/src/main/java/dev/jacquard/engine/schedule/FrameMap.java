package dev.jacquard.engine.schedule;

import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.plan.MapPlan;
import dev.jacquard.engine.pool.Hold;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A map whose open elements each have a frame; one is opened when a slot is free and no open one
 * has a ready call.
 */
final class FrameMap extends MapRun implements FrameOwner {

  private static final int OPENED_AT_ONCE = 64;

  private final List<@Nullable Object> captures;
  private final List<PoolGate> gates = new ArrayList<>(0);
  private final TreeMap<Integer, Frame> open = new TreeMap<>();
  private int next;
  private boolean starved;

  FrameMap(
      Frame frame, MapPlan plan, MapItems items, int concurrency, List<@Nullable Object> captures) {
    super(frame, plan, items, concurrency);
    this.captures = captures;
    captures.forEach(this::feedPool);
  }

  private void feedPool(@Nullable Object capture) {
    if (capture instanceof Hold hold) {
      PoolGate gate = scheduler().pools().of(hold);
      gates.add(gate);
      gate.addFeeder(this);
    }
  }

  /** Opens an element for the sake of a pool that it may call; returns whether it did. */
  boolean openForPool() {
    if (!hasMore() || open.size() >= OPENED_AT_ONCE) {
      return false;
    }
    openElement(next++);
    return true;
  }

  @Override
  void close() {
    gates.forEach(gate -> gate.removeFeeder(this));
  }

  @Override
  public boolean hasMore() {
    return next < bound() && !starved && !share().isCrowded();
  }

  @Override
  public @Nullable Batch open() {
    for (int i = 0; i < OPENED_AT_ONCE && hasMore(); i++) {
      int index = next++;
      openElement(index);
      scheduler().workOff();
      Batch batch = share().pollRing();
      if (batch != null) {
        return batch;
      }
      // Only what is still missing can be why: the next element would wait for it as well.
      starved = open.containsKey(index) && captures.contains(Frame.MISSING);
    }
    if (hasMore()) {
      scheduler().pause(share());
    }
    return null;
  }

  private void openElement(int index) {
    List<@Nullable Object> parameters = new ArrayList<>(plan.body().parameters());
    @Nullable Object[] elements = new @Nullable Object[items.width()];
    items.load(index, elements);
    for (Object element : elements) {
      parameters.add(element);
    }
    parameters.addAll(captures);
    Frame element =
        new Frame(
            frame.scope().within(share()),
            plan.body(),
            this,
            frame.place().within(plan, index, counter()));
    open.put(index, element);
    element.open(parameters);
  }

  @Override
  public void flow(int input, @Nullable Object value) {
    captures.set(input, value);
    feedPool(value);
    starved = false;
    int slot = items.width() + input;
    new ArrayList<>(open.values()).forEach(element -> element.arrived(slot, value));
    share().wake();
  }

  @Override
  public void result(Frame element, int result, @Nullable Object value) {
    // Read when the element has ended: till then it may yet fail.
  }

  @Override
  public void ended(Frame element) {
    int index = element.place().element();
    open.remove(index);
    if (element.wasCancelled()) {
      settleLater();
    } else if (element.fault() != null) {
      elementFailed(index, element.fault());
    } else if (element.wasSkipped()) {
      elementSkipped();
    } else {
      elementSucceeded(index, element);
    }
    advanced();
  }

  private void elementSucceeded(int index, Frame element) {
    try {
      items.store(index, plan.body().results().get(0).read(element.values()));
      counter().done(1);
      settleLater();
    } catch (RuntimeException thrown) {
      elementFailed(index, Fault.of(thrown, frame.place().within(plan, index, counter()).of("")));
    }
  }

  @Override
  public void failFast(Fault fault) {
    scheduler().later(() -> elementFailed(next, fault));
  }

  @Override
  boolean busy() {
    return !open.isEmpty() || next < bound();
  }

  @Override
  void cancelFrom(int index) {
    new ArrayList<>(open.tailMap(index, true).values())
        .forEach(element -> scheduler().later(element::cancel));
  }
}
