package dev.jacquard.engine.schedule;

import dev.jacquard.engine.plan.ChainStage;
import dev.jacquard.engine.plan.Input;
import dev.jacquard.engine.plan.TaskCallPlan;
import org.jspecify.annotations.Nullable;

/** The call of a task at a node of a frame. */
final class NodeCall extends CallRun implements NodeRun {

  private final Frame frame;
  private final TaskCallPlan plan;

  NodeCall(Frame frame, TaskCallPlan plan, @Nullable Object[] row) {
    super(frame.scheduler(), frame.scope().share(), plan.chain(), gate(frame, plan), row);
    this.frame = frame;
    this.plan = plan;
  }

  private static @Nullable PoolGate gate(Frame frame, TaskCallPlan plan) {
    Input receiver = plan.receiver();
    return receiver == null ? null : frame.scheduler().pools().of(receiver.read(frame.values()));
  }

  @Override
  void succeeded(@Nullable Object result) {
    if (plan.head().outputs() > 0) {
      frame.produced(plan, 0, result);
    }
    frame.succeeded(plan);
  }

  @Override
  void failed(Fault fault) {
    frame.failed(plan, fault);
  }

  @Override
  void cancelled() {
    frame.cancelled(plan);
  }

  @Override
  Place place(ChainStage stage) {
    return frame.place().of(plan.head().id());
  }

  @Override
  void attemptFailed() {
    frame.place().attemptFailed();
  }

  @Override
  void running(int change) {
    frame.place().running(change);
  }

  @Override
  int rankStage() {
    return frame.place().rankStage(plan.head().index());
  }

  @Override
  int rankIndex() {
    return frame.place().rankIndex();
  }

  @Override
  public void cancel() {
    stop();
  }

  @Override
  public void flow(int input, @Nullable Object value) {
    throw new IllegalStateException("A call must have all its arguments before it starts.");
  }
}
