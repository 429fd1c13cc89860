package dev.jacquard.engine.schedule;

import dev.jacquard.Failure;
import dev.jacquard.TaskLostException;
import dev.jacquard.engine.backend.Batch;
import dev.jacquard.engine.backend.CallSite;
import dev.jacquard.engine.backend.ElementFailure;
import dev.jacquard.engine.backend.Elements;
import dev.jacquard.engine.backend.Start;
import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.plan.ChainStage;
import dev.jacquard.engine.policy.Attempts;
import dev.jacquard.engine.policy.Decision;
import dev.jacquard.engine.policy.FailureKind;
import dev.jacquard.engine.policy.RetryPolicy;
import dev.jacquard.engine.pool.Replica;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A call with its attempts: of a task, or of the rest of a chain for one element. */
abstract sealed class CallRun implements BatchOwner, Elements, CallSite
    permits NodeCall, ElementCall {

  protected final Scheduler scheduler;
  private final Share share;
  private final Chain chain;
  private final BatchPost post;
  private final @Nullable PoolGate gate;
  private @Nullable Object[] row;
  private CallState state = CallState.READY;
  private int stage;
  private Attempts failed = Attempts.NONE;
  private long deadlineAt = Long.MAX_VALUE;
  private @Nullable Batch batch;
  private @Nullable ElementFailure failure;
  private Effects.@Nullable Timer timer;
  // Written by the batch's thread before it tells that the batch has ended.
  private @Nullable Object result;
  private boolean stored;

  /** Makes a call; on the pool behind a gate, if there is one. */
  CallRun(
      Scheduler scheduler,
      Share share,
      Chain chain,
      @Nullable PoolGate gate,
      @Nullable Object[] row) {
    this.gate = gate;
    this.scheduler = scheduler;
    this.share = share;
    this.chain = chain;
    this.row = row;
    this.post = new BatchPost(this, scheduler.effects(), seen -> false);
  }

  /** The call has ended with a result. */
  abstract void succeeded(@Nullable Object result);

  /** The call has failed for good. */
  abstract void failed(Fault fault);

  /** The call has ended and nobody wants its result. */
  abstract void cancelled();

  /** Where the call of a stage stands. */
  abstract Place place(ChainStage stage);

  /** An attempt has failed, for good or not. */
  abstract void attemptFailed();

  /** So many more attempts are with the backend. */
  abstract void running(int change);

  /** The position of the node in the element's frame. */
  abstract int rankStage();

  /** The element's index. */
  abstract int rankIndex();

  final void enqueue() {
    if (gate == null) {
      share.enqueue(this);
    } else {
      gate.add(this);
    }
  }

  final boolean isReady() {
    return state == CallState.READY;
  }

  final int stage() {
    return stage;
  }

  final Batch dispatch(@Nullable Replica replica) {
    state = state.on(CallState.Trigger.DISPATCH);
    Start start = new Start(stage, failed.next(), deadlineAt);
    batch = new Batch(new Batch.Work(chain, start, this, this, post, wide()), 0, 1, replica);
    running(1);
    return batch;
  }

  private boolean wide() {
    return gate == null ? share.wide() : gate.wide(share);
  }

  /** There is no replica for it, and will be none. */
  final void refuse(Throwable cause) {
    takeUp(new ElementFailure(0, stage, row, cause, FailureKind.FATAL, deadlineAt));
  }

  final void stop() {
    boolean running = state == CallState.RUNNING;
    // It may have been refused after somebody had decided to cancel it, and before it came to that.
    if (state == CallState.CANCELLING || state == CallState.FAILED) {
      return;
    }
    state = state.on(CallState.Trigger.CANCEL);
    if (timer != null) {
      timer.cancel();
    }
    if (running && batch != null) {
      batch.lowerLimit(0);
      scheduler.effects().cancel(batch);
    } else {
      cancelled();
    }
  }

  @Override
  public final void failed(Batch ofBatch, ElementFailure seen) {
    failure = seen;
  }

  @Override
  public final void takenBack(Batch ofBatch, int from, int to) {
    throw new IllegalStateException("A single call must not be taken back; nobody asked for it.");
  }

  @Override
  public final void ended(Batch ofBatch, long nanos) {
    batch = null;
    running(-1);
    if (state == CallState.CANCELLING) {
      state = state.on(CallState.Trigger.ACKNOWLEDGE);
      cancelled();
    } else if (stored) {
      state = state.on(CallState.Trigger.COMPLETE);
      succeeded(result);
    } else {
      decide(failure == null ? lost() : failure);
    }
  }

  private ElementFailure lost() {
    TaskLostException cause = new TaskLostException("The call ended without a result.");
    return new ElementFailure(0, stage, row, cause, FailureKind.SYSTEM, deadlineAt);
  }

  /** Takes up a failure that was seen elsewhere, as if this call had made the attempt. */
  final void takeUp(ElementFailure seen) {
    state = state.on(CallState.Trigger.DISPATCH);
    decide(seen);
  }

  private void decide(ElementFailure seen) {
    failure = null;
    if (seen.stage() != stage) {
      stage = seen.stage();
      failed = Attempts.NONE;
    }
    row = seen.row();
    deadlineAt = seen.deadlineAtNanos();
    List<ChainStage> stages = chain.stages();
    ChainStage at = stages.get(Math.min(stage, stages.size() - 1));
    if (!(at instanceof ChainStage.Call call) || stage == stages.size()) {
      state = state.on(CallState.Trigger.GIVE_UP);
      failed(Fault.of(seen.cause(), place(at)));
      return;
    }
    failed = failed.plus(seen.kind());
    attemptFailed();
    RetryPolicy.Moment moment =
        new RetryPolicy.Moment(scheduler.now(), deadlineAt, scheduler.effects().random());
    Decision decision =
        RetryPolicy.decide(
            call.task().policy(),
            failed,
            seen.kind(),
            Failure.of(seen.cause()).classNames(),
            moment);
    follow(decision, seen.cause(), place(at));
  }

  private void follow(Decision decision, Throwable cause, Place place) {
    int attempt = failed.user() + failed.system();
    if (decision instanceof Decision.Retry retry) {
      state = state.on(CallState.Trigger.RETRY);
      OptionalLong delay = OptionalLong.of(retry.delayNanos());
      execution().tell(() -> new Notice.AttemptFailed(place, attempt, cause, delay));
      timer =
          scheduler
              .effects()
              .at(scheduler.now() + retry.delayNanos(), new Event.Rung(this::backoffIsOver));
    } else {
      state = state.on(CallState.Trigger.GIVE_UP);
      execution().tell(() -> new Notice.AttemptFailed(place, attempt, cause, OptionalLong.empty()));
      failed(Fault.of(cause, place, failed));
    }
  }

  private void backoffIsOver() {
    if (state == CallState.BACKOFF) {
      state = state.on(CallState.Trigger.RING);
      timer = null;
      enqueue();
    }
  }

  @Override
  public final Share share() {
    return share;
  }

  @Override
  public final void load(int index, @Nullable Object[] into) {
    System.arraycopy(row, 0, into, 0, row.length);
  }

  @Override
  public final void store(int index, @Nullable Object value) {
    result = value;
    stored = true;
  }

  final ExecutionRun execution() {
    return share.execution();
  }

  @Override
  public final String executionId() {
    return execution().id();
  }

  @Override
  public final OptionalInt elementIndex(int index) {
    List<Integer> elements = place(chain.stages().get(stage)).elements();
    return elements.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(elements.get(elements.size() - 1));
  }

  @Override
  public final String callKey(int index, int atStage) {
    return place(chain.stages().get(atStage)).toString();
  }
}
