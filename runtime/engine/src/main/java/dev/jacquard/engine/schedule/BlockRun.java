package dev.jacquard.engine.schedule;

import dev.jacquard.engine.plan.BlockPlan;
import dev.jacquard.engine.plan.NodePlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node that runs one block: a branch with the arm that was taken, or a sub-workflow. */
sealed class BlockRun implements NodeRun, FrameOwner permits SubWorkflowRun {

  protected final Frame outer;
  protected final NodePlan node;
  private final Scope scope;
  private @Nullable Frame inner;

  BlockRun(Frame outer, NodePlan node, Scope scope) {
    this.outer = outer;
    this.node = node;
    this.scope = scope;
  }

  final void open(BlockPlan block, List<@Nullable Object> parameters) {
    Frame frame = new Frame(scope, block, this, outer.place().within(node));
    inner = frame;
    frame.open(parameters);
  }

  @Override
  public final void cancel() {
    if (inner != null) {
      inner.cancel();
    }
  }

  @Override
  public final void flow(int input, @Nullable Object value) {
    if (inner != null) {
      inner.arrived(input, value);
    }
  }

  @Override
  public final void result(Frame frame, int result, @Nullable Object value) {
    outer.scheduler().later(() -> outer.produced(node, result, value));
  }

  @Override
  public void ended(Frame frame) {
    if (frame.wasCancelled()) {
      outer.cancelled(node);
    } else if (frame.fault() != null) {
      outer.failed(node, frame.fault());
    } else if (frame.wasSkipped()) {
      outer.skipped(node);
    } else {
      outer.succeeded(node);
    }
  }

  @Override
  public final void failFast(Fault fault) {
    outer.scheduler().later(() -> outer.failFast(node, fault));
  }
}
