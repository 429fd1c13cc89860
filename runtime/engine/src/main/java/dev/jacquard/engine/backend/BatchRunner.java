package dev.jacquard.engine.backend;

import dev.jacquard.TaskTimeoutException;
import dev.jacquard.engine.expression.Fuel;
import dev.jacquard.engine.plan.Chain;
import dev.jacquard.engine.plan.ChainStage;
import dev.jacquard.engine.plan.Input;
import dev.jacquard.engine.plan.PlanException;
import dev.jacquard.engine.policy.AttemptPolicy;
import dev.jacquard.engine.policy.FailureKind;
import dev.jacquard.engine.time.EngineClock;
import dev.jacquard.spi.CurrentCall;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries out one batch in the calling thread, and tells its listener all but its end. Used once.
 */
public final class BatchRunner {

  private final Batch batch;
  private final Chain chain;
  private final TaskCaller caller;
  private final EngineClock clock;
  private final AttemptGuard guard;
  private final RunningCall call;
  private final @Nullable Object[] row;
  private int stage;
  private long deadlineAt;

  /** Makes a runner for a batch. */
  public BatchRunner(Batch batch, TaskCaller caller, EngineClock clock, AttemptGuard guard) {
    this.batch = batch;
    this.chain = batch.chain();
    this.caller = caller;
    this.clock = clock;
    this.guard = guard;
    this.call = new RunningCall(batch);
    this.row = new @Nullable Object[chain.width()];
  }

  /**
   * Carries out elements until none is left to claim or one stops the batch. Leaves no trace in the
   * thread.
   */
  public void run() {
    CurrentCall current = CurrentCall.ofThread();
    current.set(call);
    try {
      int index = batch.claim();
      while (index >= 0 && element(index)) {
        index = batch.claim();
      }
    } finally {
      current.clear();
      call.end();
    }
  }

  private boolean element(int index) {
    stage = batch.start().stage();
    deadlineAt = Long.MAX_VALUE;
    try {
      batch.elements().load(index, row);
      List<ChainStage> stages = chain.stages();
      for (; stage < stages.size(); stage++) {
        if (batch.unwanted()) {
          return false;
        }
        carryOut(index, stages.get(stage));
      }
      batch.elements().store(index, chain.result().read(row));
      return true;
    } catch (Throwable thrown) {
      return !batch.unwanted() && batch.listener().failed(batch, failure(index, thrown));
    }
  }

  private void carryOut(int index, ChainStage next) throws Throwable {
    if (next instanceof ChainStage.Call task) {
      int attempt = stage == batch.start().stage() ? batch.start().attempt() : 1;
      call.begin(index, stage, attempt);
      AttemptPolicy policy = task.task().policy();
      Object result = policy.timed() ? timed(task, policy, attempt) : call(task);
      if (task.output() >= 0) {
        row[task.output()] = result;
      }
    } else if (next instanceof ChainStage.Evaluation evaluation) {
      row[evaluation.output()] = evaluation.expression().evaluate(row, Fuel.standard());
    }
  }

  private @Nullable Object call(ChainStage.Call task) throws Throwable {
    List<Input> inputs = task.arguments();
    @Nullable Object[] arguments = new @Nullable Object[inputs.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = inputs.get(i).read(row);
    }
    try {
      return caller.call(task.task(), arguments);
    } finally {
      Thread.interrupted(); // what the task or a cancellation left must not reach the next call
    }
  }

  private @Nullable Object timed(ChainStage.Call task, AttemptPolicy policy, int attempt)
      throws Throwable {
    long now = clock.nanos();
    deadlineAt = attempt == 1 ? policy.deadlineAt(now) : batch.start().deadlineAtNanos();
    guard.begin(policy.attemptEnd(now, deadlineAt));
    Object result;
    try {
      result = call(task);
    } catch (Throwable thrown) {
      if (guard.end()) {
        throw timeout(task, policy, thrown);
      }
      throw thrown;
    }
    if (guard.end()) {
      throw timeout(task, policy, null);
    }
    return result;
  }

  private TaskTimeoutException timeout(
      ChainStage.Call task, AttemptPolicy policy, @Nullable Throwable thrown) {
    boolean deadline = clock.nanos() >= deadlineAt;
    String text =
        deadline
            ? "Task "
                + task.task().id()
                + " must end within its deadline of "
                + Duration.ofNanos(policy.deadlineNanos())
                + ", all attempts together; it took longer."
            : "Task "
                + task.task().id()
                + " must end within its timeout of "
                + Duration.ofNanos(policy.timeoutNanos())
                + "; the attempt took longer.";
    TaskTimeoutException timeout = new TaskTimeoutException(text);
    if (thrown != null) {
      timeout.addSuppressed(thrown);
    }
    return timeout;
  }

  private ElementFailure failure(int index, Throwable raised) {
    Throwable thrown = raised;
    if (stage < chain.stages().size()
        && chain.stages().get(stage) instanceof ChainStage.Call task) {
      thrown = task.task().explain(raised);
      UserFrames.keep(thrown, task.task().handlerName());
    }
    boolean fatal = thrown instanceof FatalCallException || thrown instanceof PlanException;
    return new ElementFailure(
        index,
        stage,
        row.clone(),
        thrown,
        fatal ? FailureKind.FATAL : FailureKind.USER,
        deadlineAt);
  }
}
