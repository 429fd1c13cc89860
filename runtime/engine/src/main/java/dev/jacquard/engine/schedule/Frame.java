package dev.jacquard.engine.schedule;

import dev.jacquard.engine.plan.BlockPlan;
import dev.jacquard.engine.plan.ExecutionPolicy.OnFailure;
import dev.jacquard.engine.plan.Input;
import dev.jacquard.engine.plan.NodePlan;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a block: its values, and the order in which its nodes may start and end.
 *
 * <p>A node starts when its control inputs are there and no unfinished step is above it; a step,
 * when every node above it has succeeded. When a node fails, those after it are cancelled and those
 * before it go on, so that the failure of the least position is the block's. The block ends when
 * every node has.
 */
@SuppressWarnings("ReferenceEquality") // of stand-ins, which are told by identity
final class Frame {

  /** Stands for a value that has not come. */
  static final Object MISSING = new Object();

  /**
   * Stands for a value that will never come, since what makes it has failed while the rest goes on.
   */
  static final Object DEAD = new Object();

  private enum State {
    WAITING,
    RUNNING,
    CANCELLING,
    ENDED
  }

  private final Scope scope;
  private final BlockPlan block;
  private final FrameOwner owner;
  private final FramePlace place;
  private final @Nullable Object[] values;
  private final ProgramOrder order;
  private final State[] states;
  private final int[] missing;
  private final @Nullable NodeRun[] runs;
  private int abandonedFrom;
  private int live;
  private int dueResults;
  private int failedAt = Integer.MAX_VALUE;
  private @Nullable Fault fault;
  private boolean cancelled;
  private boolean skipped;
  private boolean ended;

  Frame(Scope scope, BlockPlan block, FrameOwner owner, FramePlace place) {
    this.scope = scope;
    this.block = block;
    this.owner = owner;
    this.place = place;
    this.values = new @Nullable Object[block.width()];
    Arrays.fill(values, MISSING);
    this.states = new State[block.nodes().size()];
    Arrays.fill(states, State.WAITING);
    this.missing = block.missing();
    this.runs = new @Nullable NodeRun[states.length];
    this.live = states.length;
    this.dueResults = block.results().size();
    this.order = new ProgramOrder(block);
    this.abandonedFrom = states.length;
  }

  /** Starts what can start. */
  void open(List<@Nullable Object> parameters) {
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i) != MISSING) {
        arrived(i, parameters.get(i));
      }
    }
    List<Input> results = block.results();
    for (int i = 0; i < results.size(); i++) {
      if (!results.get(i).isSlot()) {
        tellResult(i, results.get(i).constant());
      }
    }
    offerFrom(0);
    settle();
  }

  /** A value has come. */
  void arrived(int slot, @Nullable Object value) {
    values[slot] = value;
    for (int node : block.waiters(slot)) {
      if (value == DEAD) {
        scheduler().later(() -> skip(node));
      } else if (--missing[node] == 0) {
        offer(node);
      }
    }
    int[] followers = block.followers(slot);
    for (int i = 0; i < followers.length; i += 2) {
      NodeRun run = runs[followers[i]];
      int input = followers[i + 1];
      if (run != null) {
        scheduler().later(() -> run.flow(input, value));
      }
    }
    for (int result : block.resultsOf(slot)) {
      tellResult(result, value);
    }
    settle();
  }

  private void tellResult(int result, @Nullable Object value) {
    dueResults--;
    skipped |= value == DEAD;
    owner.result(this, result, value);
  }

  private void offerFrom(int from) {
    int end = Math.min(states.length - 1, order.barrier());
    for (int node = from; node <= end; node++) {
      if (missing[node] == 0) {
        offer(node);
      }
    }
  }

  private void offer(int node) {
    scheduler().later(() -> startIfReady(node));
  }

  private void startIfReady(int index) {
    NodePlan node = block.nodes().get(index);
    if (states[index] != State.WAITING || missing[index] > 0 || !order.allows(node)) {
      return;
    }
    states[index] = State.RUNNING;
    place.tellStarted(this, node);
    try {
      NodeRun run = NodeStarter.start(this, node);
      if (states[index] == State.RUNNING) {
        runs[index] = run;
      }
    } catch (Throwable thrown) {
      failed(node, Fault.of(thrown, place.of(node.head().id())));
    }
  }

  /** An output of a node has come; the node may still go on. */
  void produced(NodePlan node, int output, @Nullable Object value) {
    arrived(node.head().firstOutput() + output, value);
  }

  /** A node has ended, and all its outputs have come. */
  void succeeded(NodePlan node) {
    int index = node.head().index();
    if (states[index] == State.CANCELLING) {
      cancelled(node);
      return;
    }
    end(index);
    place.tellSucceeded(this, node);
    offerFrom(order.succeeded(index));
    settle();
  }

  /** A node has ended with a failure. */
  void failed(NodePlan node, Fault seen) {
    int index = node.head().index();
    if (states[index] == State.CANCELLING) {
      cancelled(node);
      return;
    }
    end(index);
    place.tellFailed(this, node, seen);
    if (scope.onFailure() == OnFailure.FAIL_FAST) {
      failFast(node, seen);
    } else {
      if (index < failedAt) {
        failedAt = index;
        fault = seen;
      }
      if (scope.onFailure() == OnFailure.IN_ORDER) {
        cancelFrom(failedAt + 1);
      } else {
        abandon(index);
      }
    }
    settle();
  }

  /** The first failure ends everything, here and in what is around. */
  void failFast(NodePlan node, Fault seen) {
    if (scope.onFailure() == OnFailure.FAIL_FAST && fault == null && !cancelled) {
      fault = seen;
      cancelFrom(0);
      owner.failFast(seen);
    }
  }

  /** A node has ended that nobody wanted any longer. */
  void cancelled(NodePlan node) {
    end(node.head().index());
    settle();
  }

  /** A node has ended without a failure of its own, but not all of it could be done. */
  void skipped(NodePlan node) {
    end(node.head().index());
    skipped = true;
    abandon(node.head().index());
    settle();
  }

  private void end(int index) {
    states[index] = State.ENDED;
    runs[index] = null;
    live--;
  }

  /** Nobody wants the block any longer. */
  void cancel() {
    if (!cancelled && !ended) {
      cancelled = true;
      cancelFrom(0);
      settle();
    }
  }

  private void cancelFrom(int position) {
    for (int i = position; i < states.length; i++) {
      cancelNode(i);
    }
  }

  private void cancelNode(int index) {
    NodeRun run = runs[index];
    if (states[index] == State.WAITING) {
      end(index);
    } else if (states[index] == State.RUNNING && run != null) {
      states[index] = State.CANCELLING;
      scheduler().later(run::cancel);
    }
  }

  /**
   * What a node would have made will never come; after a step that did not succeed, nothing starts.
   */
  private void abandon(int index) {
    NodePlan node = block.nodes().get(index);
    for (int i = 0; i < node.head().outputs(); i++) {
      if (values[node.head().firstOutput() + i] == MISSING) {
        arrived(node.head().firstOutput() + i, DEAD);
      }
    }
    int end = abandonedFrom;
    abandonedFrom = Math.min(end, block.stepFrom(index));
    for (int i = abandonedFrom; i < end; i++) {
      int skippedNode = i;
      scheduler().later(() -> skip(skippedNode));
    }
  }

  private void skip(int index) {
    if (states[index] == State.WAITING) {
      end(index);
      skipped = true;
      abandon(index);
      settle();
    }
  }

  private void settle() {
    // A result may be a value from around the block, which has not come yet though no node is left.
    if (live == 0 && !ended && (dueResults == 0 || fault != null || cancelled)) {
      ended = true;
      PoolRun.letGo(this, block.pools());
      scheduler().later(() -> owner.ended(this));
    }
  }

  /** Whether the block was cancelled before it ended. */
  boolean wasCancelled() {
    return cancelled;
  }

  /** Whether some of the block could not be done, though nothing in it failed. */
  boolean wasSkipped() {
    return skipped;
  }

  /** The failure of the least position, if any. */
  @Nullable Fault fault() {
    return fault;
  }

  @Nullable Object[] values() {
    return values;
  }

  Scope scope() {
    return scope;
  }

  Scheduler scheduler() {
    return scope.execution().scheduler();
  }

  FramePlace place() {
    return place;
  }
}
