package dev.jacquard.engine.schedule;

import dev.jacquard.engine.plan.PoolPlan;
import dev.jacquard.engine.plan.ReleasePlan;
import dev.jacquard.engine.pool.Hold;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code new} of an actor that waits for its first replica. */
final class PoolRun implements NodeRun, Hold.Listener {

  private final Frame frame;
  private final PoolPlan plan;
  private @Nullable Hold hold;

  private PoolRun(Frame frame, PoolPlan plan) {
    this.frame = frame;
    this.plan = plan;
  }

  static NodeRun start(Frame frame, PoolPlan plan) {
    PoolRun run = new PoolRun(frame, plan);
    PoolGates pools = frame.scheduler().pools();
    List<@Nullable Object> arguments = NodeStarter.read(frame, plan.arguments());
    Hold hold = pools.hold(plan.actor(), arguments, frame.scope().execution(), run);
    run.hold = hold;
    pools.of(hold).opens(run, frame.scope().execution());
    return run;
  }

  @Override
  public void opened(Hold of) {
    frame
        .scheduler()
        .later(
            () -> {
              if (hold != null) {
                hold = null; // now the frame has it
                frame.scheduler().pools().of(of).opened(this);
                frame.produced(plan, 0, of);
                frame.succeeded(plan);
              }
            });
  }

  @Override
  public void failed(Throwable cause) {
    frame
        .scheduler()
        .later(
            () -> {
              if (letGo()) {
                frame.failed(plan, Fault.of(cause, frame.place().of(plan.head().id())));
              }
            });
  }

  @Override
  public void cancel() {
    if (letGo()) {
      frame.cancelled(plan);
    }
  }

  private boolean letGo() {
    Hold held = hold;
    hold = null;
    if (held != null) {
      frame.scheduler().pools().of(held).opened(this);
      frame.scheduler().pools().release(held, frame.scope().execution());
    }
    return held != null;
  }

  @Override
  public void flow(int input, @Nullable Object value) {
    throw new IllegalStateException("An actor must have all its arguments before it is made.");
  }

  /** Carries out a node that lets go of a pool. */
  static void letGo(Frame frame, ReleasePlan node) {
    letGo(frame, node.pool().read(frame.values()));
    frame.succeeded(node);
  }

  private static void letGo(Frame frame, @Nullable Object value) {
    if (value instanceof Hold hold) {
      frame.scheduler().pools().release(hold, frame.scope().execution());
    }
  }

  /** Lets go of all pools that a frame has made and still holds. */
  static void letGo(Frame frame, int[] pools) {
    for (int slot : pools) {
      letGo(frame, frame.values()[slot]);
    }
  }
}
