package dev.jacquard.engine.schedule;

import dev.jacquard.engine.plan.WorkflowPlan;
import dev.jacquard.engine.pool.Pool;
import dev.jacquard.engine.pool.PoolTally;
import dev.jacquard.engine.schedule.Effects.Conclusion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of a workflow on given arguments. Its state belongs to the scheduler; its progress may be
 * read by anyone.
 */
public final class ExecutionRun implements FrameOwner {

  private final String id;
  private final WorkflowPlan plan;
  private final Object client;
  private final List<@Nullable Object> arguments;
  private final Map<String, MapCounter> counters = new ConcurrentSkipListMap<>();
  private final Set<Pool> pools = new CopyOnWriteArraySet<>();
  private @Nullable Scheduler scheduler;
  private @Nullable WorkflowTimeout timeout;
  private @Nullable Frame frame;
  private @Nullable Object result;
  private boolean cancelled;
  private boolean ended;

  /** Makes an execution; it begins with {@link Event.Begin}. */
  public ExecutionRun(
      String id, WorkflowPlan plan, List<? extends @Nullable Object> arguments, Object client) {
    this.id = id;
    this.client = client;
    this.plan = plan;
    this.arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
  }

  /** Its id. */
  public String id() {
    return id;
  }

  /** Whoever has started it; the scheduler hands it on and knows nothing of it. */
  public Object client() {
    return client;
  }

  /** The workflow that is run. */
  public WorkflowPlan plan() {
    return plan;
  }

  /** How far its maps have got, in the order of their nodes' names. Thread-safe. */
  public List<MapTally> progress() {
    Collection<MapCounter> seen = counters.values();
    return seen.stream().map(MapCounter::progress).toList();
  }

  /** How the pools stand that it has made or joined, in that order. Thread-safe. */
  public List<PoolTally> pools() {
    return pools.stream().map(Pool::tally).toList();
  }

  void uses(Pool pool) {
    pools.add(pool);
  }

  void begin(Scheduler by) {
    scheduler = by;
    if (cancelled) {
      conclude(new Conclusion(Conclusion.State.CANCELLED, null, null));
      return;
    }
    Share share = Share.of(this, by, plan.policy().concurrency());
    Frame root =
        new Frame(
            new Scope(this, share, plan.policy().onFailure()), plan.body(), this, FramePlace.ROOT);
    frame = root;
    WorkflowTimeout watch = new WorkflowTimeout(by, plan);
    timeout = watch;
    watch.start(root::cancel);
    root.open(arguments);
  }

  boolean hasEnded() {
    return ended;
  }

  void cancel() {
    cancelled = true;
    if (frame != null && !ended) {
      frame.cancel();
    }
  }

  Scheduler scheduler() {
    if (scheduler == null) {
      throw new IllegalStateException("Execution " + id + " must have begun.");
    }
    return scheduler;
  }

  MapCounter counter(String path) {
    return counters.computeIfAbsent(path, node -> new MapCounter(node, node));
  }

  void tell(Supplier<Notice> notice) {
    scheduler().effects().tell(this, notice);
  }

  @Override
  public void result(Frame of, int index, @Nullable Object value) {
    result = value;
  }

  @Override
  public void ended(Frame of) {
    Throwable late = timeout == null ? null : timeout.end();
    if (late != null) {
      conclude(Conclusion.failed(late));
    } else if (of.wasCancelled()) {
      conclude(new Conclusion(Conclusion.State.CANCELLED, null, null));
    } else if (of.fault() != null) {
      conclude(new Conclusion(Conclusion.State.FAILED, null, of.fault()));
    } else {
      conclude(new Conclusion(Conclusion.State.SUCCEEDED, result, null));
    }
  }

  private void conclude(Conclusion conclusion) {
    ended = true;
    scheduler().waits().ended(this);
    if (!pools.isEmpty()) {
      scheduler().pools().executionEnded(this);
    }
    scheduler().finished(this, conclusion);
  }

  @Override
  public void failFast(Fault fault) {
    // The frame has cancelled all that is in it; there is nothing around.
  }
}
