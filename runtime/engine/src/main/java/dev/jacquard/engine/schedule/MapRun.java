package dev.jacquard.engine.schedule;

import dev.jacquard.Workflows;
import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.plan.ExecutionPolicy.OnFailure;
import dev.jacquard.engine.plan.Input;
import dev.jacquard.engine.plan.MapPlan;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A map that runs: which elements there are, what has become of them, and which failure is the
 * least.
 */
abstract sealed class MapRun implements NodeRun, Opener permits ChainMap, FrameMap {

  protected final Frame frame;
  protected final MapPlan plan;
  protected final MapItems items;
  private final Share share;
  private final MapCounter counter;
  private int failedAt = Integer.MAX_VALUE;
  private @Nullable Fault fault;
  private boolean cancelled;
  private boolean skipped;
  private boolean ended;

  MapRun(Frame frame, MapPlan plan, MapItems items, int concurrency) {
    this.frame = frame;
    this.plan = plan;
    this.items = items;
    this.share = frame.scope().share().within(concurrency);
    this.counter = frame.scope().execution().counter(frame.place().of(plan.head().id()).path());
    counter.begun(items.size());
  }

  /** Starts a map whose control inputs are there. */
  static NodeRun start(Frame frame, MapPlan plan) {
    int concurrency = concurrency(frame, plan.options().concurrency());
    Input name = plan.options().displayName();
    if (name != null) {
      Workflows.name(
          Objects.requireNonNull(
              (String) name.read(frame.values()))); // checks it as plain Java does
    }
    MapItems items = MapItems.of(plan, NodeStarter.read(frame, plan.items()));
    List<@Nullable Object> captures = NodeStarter.read(frame, plan.captures());
    Chain chain = plan.body().chain();
    MapRun run =
        chain != null && frame.scheduler().options().chains() && !captures.contains(Frame.MISSING)
            ? new ChainMap(frame, plan, items, concurrency, captures)
            : new FrameMap(frame, plan, items, concurrency, captures);
    run.attach();
    run.settleLater();
    return run;
  }

  private static int concurrency(Frame frame, @Nullable Input input) {
    if (input == null) {
      return 0;
    }
    Object limit = input.read(frame.values());
    if (!(limit instanceof Integer count)) {
      throw new NullPointerException("concurrency must be a number; found null.");
    }
    Workflows.concurrency(count); // checks it as plain Java does
    return count;
  }

  /** Whether an element is open or could be opened, of those that are still wanted. */
  abstract boolean busy();

  /** Lets go of the open elements from an index on. */
  abstract void cancelFrom(int index);

  /** Elements from here on are not wanted. */
  final int bound() {
    if (cancelled) {
      return 0;
    }
    return frame.scope().onFailure() == OnFailure.FINISH_RUNNING
        ? items.size()
        : Math.min(items.size(), failedAt);
  }

  /** An element has failed for good. */
  final void elementFailed(int index, Fault seen) {
    if (frame.scope().onFailure() == OnFailure.FAIL_FAST) {
      failFast(seen);
      return;
    }
    if (index < failedAt) {
      failedAt = index;
      fault = seen;
      if (bound() < items.size()) {
        cancelFrom(bound());
      }
    }
    settleLater();
  }

  private void failFast(Fault seen) {
    if (fault == null && !cancelled) {
      fault = seen;
      failedAt = 0;
      cancelFrom(0);
      frame.scheduler().later(() -> frame.failFast(plan, seen));
    }
    settleLater();
  }

  /** An element could not be done, though nothing in it failed. */
  final void elementSkipped() {
    skipped = true;
    settleLater();
  }

  @Override
  public final void cancel() {
    if (!cancelled && !ended) {
      cancelled = true;
      cancelFrom(0);
      settleLater();
    }
  }

  final void settleLater() {
    frame.scheduler().later(this::settle);
  }

  private void settle() {
    if (ended || busy()) {
      return;
    }
    ended = true;
    close();
    detach();
    MapTally tally = counter.progress();
    frame.scope().execution().tell(() -> new Notice.MapAdvanced(tally));
    if (cancelled) {
      frame.cancelled(plan);
    } else if (fault != null) {
      frame.failed(plan, fault);
    } else if (skipped) {
      frame.skipped(plan);
    } else {
      frame.produced(plan, 0, items.collect());
      frame.succeeded(plan);
    }
  }

  /** Takes part in the turns of its share. */
  void attach() {
    share.setOpener(this);
  }

  /** Takes no part any longer. */
  void detach() {
    share.setOpener(null);
  }

  /** The map has ended. */
  void close() {}

  final void advanced() {
    if (counter.due(frame.scheduler().now())) {
      MapTally tally = counter.progress();
      frame.scope().execution().tell(() -> new Notice.MapAdvanced(tally));
    }
  }

  final MapCounter counter() {
    return counter;
  }

  public final Share share() {
    return share;
  }

  final Scheduler scheduler() {
    return frame.scheduler();
  }
}
