package dev.jacquard.engine.schedule;

import dev.jacquard.Failure;
import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.CallSite;
import dev.jacquard.engine.backend.ElementFailure;
import dev.jacquard.engine.backend.Elements;
import dev.jacquard.engine.backend.Start;
import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.plan.ChainStage;
import dev.jacquard.engine.plan.ExecutionPolicy.OnFailure;
import dev.jacquard.engine.plan.Input;
import dev.jacquard.engine.plan.MapPlan;
import dev.jacquard.engine.policy.AttemptPolicy;
import dev.jacquard.engine.policy.FailureKind;
import dev.jacquard.engine.policy.RetryPolicy;
import dev.jacquard.engine.pool.Grant;
import dev.jacquard.engine.pool.Replica;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A map whose elements are each carried out whole by one thread, many in a batch. Only an element
 * whose attempt has failed becomes a call of its own.
 */
final class ChainMap extends MapRun implements BatchOwner, GateSource, Elements, CallSite {

  private final Chain chain;
  private final @Nullable Object[] captures;
  private final @Nullable PoolGate gate;
  private final Batch.Work work;
  private final Ranges waiting;
  private final BatchSize size;
  private final OpenBatches batches = new OpenBatches();
  private final TreeMap<Integer, ElementCall> calls = new TreeMap<>();
  private int elements;
  private long elementNanos;

  ChainMap(
      Frame frame, MapPlan plan, MapItems items, int concurrency, List<@Nullable Object> captures) {
    super(frame, plan, items, concurrency);
    Chain body = plan.body().chain();
    if (body == null) {
      throw new IllegalArgumentException("The body of " + plan.head().id() + " must be a chain.");
    }
    this.chain = body;
    this.captures = captures.toArray();
    Input receiver = body.receiver();
    this.gate =
        receiver == null
            ? null
            : scheduler().pools().of(this.captures[receiver.slot() - items.width()]);
    this.waiting = new Ranges(items.size());
    int all = gate == null ? share().slots() : gate.slots(share());
    int slots = Math.min(all, Math.max(1, items.size()));
    int longest = chain.placement().isolated() ? 1 : scheduler().options().longestBatch();
    this.size = new BatchSize(slots, longest);
    size.expect(scheduler().costs().of(chain));
    boolean finishes = frame.scope().onFailure() == OnFailure.FINISH_RUNNING;
    BatchPost post =
        new BatchPost(this, scheduler().effects(), failure -> finishes || willBeRetried(failure));
    boolean wide = gate == null ? share().wide() : gate.wide(share());
    this.work = new Batch.Work(chain, Start.FIRST, this, this, post, wide);
    scheduler().opened(this);
  }

  /**
   * Whether a first attempt that failed is surely followed by another; read by the batch's thread.
   */
  private boolean willBeRetried(ElementFailure failure) {
    if (failure.kind() != FailureKind.USER
        || failure.stage() == chain.stages().size()
        || !(chain.stages().get(failure.stage()) instanceof ChainStage.Call call)) {
      return false;
    }
    AttemptPolicy policy = call.task().policy();
    return policy.retries() > 0
        && policy.deadlineNanos() == 0
        && RetryPolicy.retryable(policy, Failure.of(failure.cause()).classNames());
  }

  @Override
  public boolean hasMore() {
    return waiting.hasBelow(bound());
  }

  @Override
  public @Nullable Batch open() {
    return open(Integer.MAX_VALUE, null);
  }

  private Batch open(int most, @Nullable Replica replica) {
    int count = Math.min(most, size.next(waiting.count(bound())));
    Ranges.Range range = waiting.take(bound(), count);
    Batch batch = new Batch(work, range.from(), range.to(), replica);
    batches.add(batch, scheduler().now());
    counter().running(1);
    return batch;
  }

  @Nullable PoolGate gate() {
    return gate;
  }

  @Override
  void attach() {
    if (gate == null) {
      super.attach();
    } else {
      gate.enter(this);
    }
  }

  @Override
  void detach() {
    if (gate == null) {
      super.detach();
    }
  }

  private void wake() {
    if (gate != null) {
      gate.enter(this);
    } else {
      share().wake();
    }
  }

  @Override
  public int waiting() {
    return hasMore() ? waiting.count(bound()) : 0;
  }

  @Override
  public @Nullable Batch take(Grant grant) {
    int elements = grant.calls() / Math.max(1, chain.callsFrom(0));
    return hasMore() ? open(Math.max(1, elements), grant.replica()) : null;
  }

  @Override
  public void refuse(Throwable cause) {
    if (hasMore()) {
      int least = waiting.take(bound(), 1).from();
      waiting.clear();
      Place at = place(least, chain.stages().get(chain.stages().size() - 1));
      elementFailed(least, Fault.of(cause, at));
    }
  }

  /** Whether a slot has nothing to do that could take over from a batch. */
  boolean hasIdleSlot() {
    return gate == null ? share().hasRoom() : gate.hasFree() && share().roomBesideBackend() > 0;
  }

  /** Asks for half of what waits behind the slowest batch, for a slot that has nothing to do. */
  void takeBack() {
    if (hasMore()) {
      return;
    }
    Batch longest = batches.askLongest();
    if (longest != null) {
      scheduler().effects().takeBack(longest);
    }
  }

  @Override
  public void takenBack(Batch batch, int from, int to) {
    batches.answered(batch);
    waiting.add(from, to);
    wake();
    settleLater();
  }

  @Override
  public void failed(Batch batch, ElementFailure failure) {
    batches.failed(batch, failure);
    if (failure.index() < bound()) {
      ElementCall call = new ElementCall(this, chain, failure.index(), failure.row());
      calls.put(failure.index(), call);
      call.takeUp(failure);
    }
  }

  @Override
  public void ended(Batch batch, long nanos) {
    OpenBatches.Closed closed = batches.ended(batch);
    int done = closed.done();
    counter().running(-1);
    int carriedOut = batch.next() - batch.first();
    size.measured(carriedOut, nanos, scheduler().now() - closed.openedAt());
    elements += carriedOut;
    elementNanos += nanos;
    counter().done(done);
    if (batch.next() < batch.limit()) {
      waiting.add(batch.next(), batch.limit());
      wake();
    }
    advanced();
    settleLater();
  }

  void elementSucceeded(int index, @Nullable Object result) {
    calls.remove(index);
    try {
      items.store(index, result);
      counter().done(1);
      settleLater();
    } catch (RuntimeException thrown) {
      elementFailed(index, Fault.of(thrown, place(index, null)));
    }
  }

  void callFailed(int index, Fault fault) {
    calls.remove(index);
    elementFailed(index, fault);
  }

  void elementCancelled(int index) {
    calls.remove(index);
    settleLater();
  }

  @Override
  boolean busy() {
    return !batches.isEmpty() || !calls.isEmpty() || hasMore();
  }

  @Override
  void cancelFrom(int index) {
    for (Batch batch : batches.all()) {
      if (batch.lowerLimit(index) > index) {
        scheduler().effects().cancel(batch);
      }
    }
    new ArrayList<>(calls.tailMap(index, true).values())
        .forEach(call -> scheduler().later(call::stop));
  }

  @Override
  void close() {
    scheduler().closed(this);
    scheduler().costs().learn(chain, elements, elementNanos);
  }

  @Override
  public void flow(int input, @Nullable Object value) {
    throw new IllegalStateException("A chain must have all its captures before it starts.");
  }

  @Override
  public void begin(@Nullable Object[] row) {
    System.arraycopy(captures, 0, row, items.width(), captures.length);
  }

  @Override
  public void load(int index, @Nullable Object[] row) {
    items.load(index, row);
  }

  @Override
  public @Nullable List<? extends @Nullable Object> column(int slot, int from, int to) {
    return items.column(slot, from, to);
  }

  @Override
  public void store(int index, @Nullable Object result) {
    items.store(index, result);
  }

  Place place(int index, @Nullable ChainStage stage) {
    return frame.place().within(plan, index, counter()).of(stage == null ? "" : stage.nodeId());
  }

  @Override
  public String executionId() {
    return share().execution().id();
  }

  @Override
  public OptionalInt elementIndex(int index) {
    return OptionalInt.of(index);
  }

  @Override
  public String callKey(int index, int stage) {
    return place(index, chain.stages().get(stage)).toString();
  }
}
