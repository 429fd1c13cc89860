package dev.jacquard.engine.schedule;

import dev.jacquard.engine.plan.BranchPlan;
import dev.jacquard.engine.plan.EvaluatePlan;
import dev.jacquard.engine.plan.Input;
import dev.jacquard.engine.plan.MapPlan;
import dev.jacquard.engine.plan.NodePlan;
import dev.jacquard.engine.plan.PoolPlan;
import dev.jacquard.engine.plan.ReleasePlan;
import dev.jacquard.engine.plan.SubWorkflowPlan;
import dev.jacquard.engine.plan.TaskCallPlan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts nodes, each kind in its way. */
final class NodeStarter {

  private NodeStarter() {}

  /**
   * Starts a node.
   *
   * @return what is open at it; null if it has ended
   * @throws Throwable with which the node fails
   */
  static @Nullable NodeRun start(Frame frame, NodePlan node) throws Throwable {
    if (node instanceof TaskCallPlan call) {
      NodeCall run = new NodeCall(frame, call, row(frame, call));
      run.enqueue();
      return run;
    }
    if (node instanceof EvaluatePlan evaluate) {
      Object value = evaluate.expression().evaluate(frame.values());
      frame.produced(node, 0, value);
      frame.succeeded(node);
      return null;
    }
    if (node instanceof BranchPlan branch) {
      BlockRun run = new BlockRun(frame, branch, frame.scope());
      run.open(branch.arm(branch.selector().read(frame.values())), read(frame, branch.captures()));
      return run;
    }
    if (node instanceof SubWorkflowPlan call) {
      return SubWorkflowRun.start(frame, call);
    }
    if (node instanceof PoolPlan pool) {
      return PoolRun.start(frame, pool);
    }
    if (node instanceof ReleasePlan release) {
      PoolRun.letGo(frame, release);
      return null;
    }
    return MapRun.start(frame, (MapPlan) node);
  }

  private static @Nullable Object[] row(Frame frame, TaskCallPlan call) {
    List<Input> arguments = call.arguments();
    @Nullable Object[] row = new @Nullable Object[call.chain().width()];
    for (int i = 0; i < arguments.size(); i++) {
      row[i] = arguments.get(i).read(frame.values());
    }
    return row;
  }

  /** Reads what has come; what has not is {@link Frame#MISSING}. */
  static List<@Nullable Object> read(Frame frame, List<Input> inputs) {
    List<@Nullable Object> values = new ArrayList<>(inputs.size());
    for (Input input : inputs) {
      values.add(input.read(frame.values()));
    }
    return values;
  }
}
