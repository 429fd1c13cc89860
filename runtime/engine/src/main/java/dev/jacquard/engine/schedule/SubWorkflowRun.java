package dev.jacquard.engine.schedule;

import dev.jacquard.engine.plan.ExecutionPolicy;
import dev.jacquard.engine.plan.SubWorkflowPlan;
import org.jspecify.annotations.Nullable;

/** A call of another workflow, with its own limit, timeout and meaning of failure. */
final class SubWorkflowRun extends BlockRun {

  private final WorkflowTimeout timeout;

  private SubWorkflowRun(Frame outer, SubWorkflowPlan call, Scope scope) {
    super(outer, call, scope);
    timeout = new WorkflowTimeout(outer.scheduler(), call.workflow());
  }

  static NodeRun start(Frame outer, SubWorkflowPlan call) {
    ExecutionPolicy policy = call.workflow().policy();
    Share share = outer.scope().share();
    if (policy.concurrency() > 0) {
      share = share.within(policy.concurrency());
    }
    Scope scope = new Scope(outer.scope().execution(), share, policy.onFailure());
    SubWorkflowRun run = new SubWorkflowRun(outer, call, scope);
    run.timeout.start(run::cancel);
    run.open(call.workflow().body(), NodeStarter.read(outer, call.arguments()));
    return run;
  }

  @Override
  public void ended(Frame frame) {
    @Nullable Throwable late = timeout.end();
    if (late != null) {
      outer.failed(node, Fault.of(late, outer.place().of(node.head().id())));
    } else {
      super.ended(frame);
    }
  }
}
